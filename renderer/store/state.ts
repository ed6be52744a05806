import type {
  CallValue,
  OpenDocument,
  ProjectState,
  RecentProject,
  Refusal,
} from '../../shared/contract.ts'
import type { Failure } from '../../shared/result.ts'
import type { Selection } from '../../shared/text/selection.ts'
import type { SaveStatus } from './outbox.ts'

/** Something to tell the person that needs no answer. Failures stay until they are put away. */
export type Notice = {
  readonly id: string
  readonly kind: 'done' | 'failure'
  readonly message: string
  readonly remedy: string | null
}

type DialogName = 'import' | 'export' | 'newProject' | 'openProject' | 'keys'

export type WorkbenchState = {
  readonly info: CallValue<'app.info'> | null
  readonly recent: readonly RecentProject[]
  readonly project: ProjectState | null
  /** The open document with its annotations as they are on screen, saved or not. */
  readonly document: OpenDocument | null
  /** Selection or caret in the article, UTF-16 code units; kept while the keyboard is elsewhere. */
  readonly selection: Selection | null
  readonly articleFocused: boolean
  /** The annotation that is being worked on. */
  readonly currentId: string | null
  /** A field holds words that are not recorded yet. */
  readonly typing: boolean
  readonly saveStatus: SaveStatus
  readonly saveFailure: Failure | null
  readonly notices: readonly Notice[]
  /** What a screen reader is told next. */
  readonly announcement: string
  readonly dialog: DialogName | null
  readonly refusals: readonly Refusal[]
  /** How far an import is, in sources; `null` while none runs. */
  readonly importing: { readonly done: number; readonly total: number } | null
  /** What is under way that a person waits for, in words; `null` for nothing. */
  readonly busy: string | null
}

export const initialState: WorkbenchState = {
  info: null,
  recent: [],
  project: null,
  document: null,
  selection: null,
  articleFocused: false,
  currentId: null,
  typing: false,
  saveStatus: 'saved',
  saveFailure: null,
  notices: [],
  announcement: '',
  dialog: null,
  refusals: [],
  importing: null,
  busy: null,
}
