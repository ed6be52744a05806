import type {
  CallValue,
  CountFilter,
  CountUnit,
  OpenDocument,
  ProjectState,
  RecentProject,
  SearchIndexProgress,
} from '../../shared/contract.ts'
import type { Language } from '../../shared/language/languages.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Preferences } from '../../shared/preferences.ts'
import type { Failure } from '../../shared/result.ts'
import type { Selection } from '../../shared/text/selection.ts'
import { initialFind, type FindState } from '../find/find-state.ts'
import type { RelationTrail } from '../relations/relation-trail.ts'
import { initialSearch, type SearchState } from '../search/search-state.ts'
import { plainDocumentListView, type DocumentListView } from './document-list-view.ts'
import type {
  CheckState,
  CopiesState,
  ExportChoice,
  ExportState,
  ImportState,
  RepairState,
} from './jobs.ts'
import { plainListView, type ListView } from './list-view.ts'
import type { SaveStatus } from './outbox.ts'
import { plainReviewView, type ReviewView } from './review-view.ts'

/** Something to tell the person that needs no answer. Failures stay until they are put away. */
export type Notice = {
  readonly id: string
  readonly kind: 'done' | 'failure'
  readonly message: string
  readonly remedy: string | null
}

type DialogName =
  | 'import'
  | 'export'
  | 'check'
  | 'copies'
  | 'newProject'
  | 'openProject'
  | 'keys'
  | 'palette'
  | 'preferences'
  | 'tagSet'
  | 'relation'
  | 'occurrences'
  | 'document'
  | 'restore'
  | 'repair'
  | 'about'

/** What a dialog or panel was opened for; whatever sees to that takes it away. */
export type Aim =
  | 'archiveLabel'
  | 'mergeLabel'
  | 'deleteLabel'
  | 'mergeSpeaker'
  | 'deleteSpeaker'
  | 'documentTitle'
  | 'saveSearch'
  | 'deleteDocument'
  | 'documentAssignee'
  | 'documentTags'
  | 'chooseNext'
  | 'choosePrevious'
  | 'nextUnfinished'
  | 'previousUnfinished'
  | 'language'

/** What the Relations panel shows: those of the document, or one of the lists of what lacks a relation. */
export type RelationsView = 'document' | 'first' | 'second' | 'own'

/** What the part of the desk below the documents shows. */
export const sidePanels = ['guidelines', 'relations', 'speakers', 'history', 'review'] as const
export type SidePanelName = (typeof sidePanels)[number]

/** What the numbers of the project are limited to, and how long the periods are that they are counted by. */
export type NumbersView = { readonly filter: CountFilter; readonly unit: CountUnit }

export type WorkbenchState = {
  readonly info: CallValue<'app.info'> | null
  /** What the page speaks now. */
  readonly language: Language
  /** `null` until the workbench has told them. */
  readonly preferences: Preferences | null
  /** Changes of the preferences that are to be sent once the call that is under way is answered; `null` where none is. */
  readonly preferencesWaiting: Partial<Preferences> | null
  readonly recent: readonly RecentProject[]
  readonly project: ProjectState | null
  /** The open document with its annotations as they are on screen, saved or not. */
  readonly document: OpenDocument | null
  /** Selection or caret in the article, UTF-16 code units; kept while the keyboard is elsewhere. */
  readonly selection: Selection | null
  readonly articleFocused: boolean
  /** The annotation that is being worked on. */
  readonly currentId: string | null
  /** Annotations chosen in the list to be changed together; empty where fewer than two are chosen. */
  readonly chosenIds: readonly string[]
  readonly listView: ListView
  /** The filters of the list are shown although none is set. */
  readonly filtersOpen: boolean
  readonly documentListView: DocumentListView
  /** The table of all documents covers the desk. */
  readonly allDocuments: boolean
  /** Ids of documents chosen in that table. */
  readonly chosenDocumentIds: readonly string[]
  /** Id of the document whose row had the keyboard last in that table; `null` for the open one. */
  readonly tableRowId: string | null
  /** Id of the document whose title is being changed in its row. */
  readonly renamingId: string | null
  /** The annotation made last on this page, as it was then: what “repeat” repeats. */
  readonly lastTagged: Annotation | null
  /** The annotation that a relation is being made at, and its other end; the target is `null` while it is being picked in the text. */
  readonly relating: { readonly source: Annotation; readonly target: Annotation | null } | null
  /** How somebody got here by following relations; `null` where not at all. */
  readonly trail: RelationTrail | null
  /** Id of the label that every selection gets while it lasts. */
  readonly stickyLabel: string | null
  /** `null` where the part below the documents is folded. */
  readonly sidePanel: SidePanelName | null
  readonly relationsView: RelationsView
  /** `null` where the numbers are not shown. */
  readonly numbers: NumbersView | null
  /** Id of the label whose guideline is asked for from elsewhere, by pointing at its button; `null` for none. */
  readonly consultedLabel: string | null
  /** Id of the speaker whose details the Speakers panel shows; `null` shows the list. */
  readonly speakerShown: string | null
  /** Id of the suggestion that is being looked at. */
  readonly suggestionId: string | null
  readonly reviewView: ReviewView
  readonly find: FindState
  readonly search: SearchState
  /** How far the index of texts is; `null` where it is not being made. */
  readonly searchIndex: SearchIndexProgress | null
  /** The text that the dialog on its occurrences is about. */
  readonly occurrencesOf: string
  /** A field holds words that are not recorded yet. */
  readonly typing: boolean
  /** `seq` of the newest journal entry that this page has heard of; 0 for none. */
  readonly latestSeq: number
  readonly saveStatus: SaveStatus
  readonly saveFailure: Failure | null
  /** How many acts on the whole project are under way, which no outbox holds. */
  readonly acting: number
  readonly notices: readonly Notice[]
  /** What a screen reader is told next. */
  readonly announcement: string
  readonly dialog: DialogName | null
  readonly aim: Aim | null
  /** What can be read and written; `null` until it was asked for. */
  readonly formats: CallValue<'formats.list'> | null
  /** Id of the format of what is imported next; `auto` finds it out. */
  readonly importFormat: string
  readonly importing: ImportState | null
  readonly exporting: ExportState | null
  readonly checking: CheckState | null
  /** Of a project that is not open. */
  readonly repairing: RepairState | null
  readonly copying: CopiesState | null
  readonly exportChoice: ExportChoice
  /** What is under way that a person waits for, in words; `null` for nothing. */
  readonly busy: string | null
}

export const initialState: WorkbenchState = {
  info: null,
  language: 'en',
  preferences: null,
  preferencesWaiting: null,
  recent: [],
  project: null,
  document: null,
  selection: null,
  articleFocused: false,
  currentId: null,
  chosenIds: [],
  listView: plainListView,
  filtersOpen: false,
  documentListView: plainDocumentListView,
  allDocuments: false,
  chosenDocumentIds: [],
  tableRowId: null,
  renamingId: null,
  lastTagged: null,
  relating: null,
  trail: null,
  stickyLabel: null,
  sidePanel: 'guidelines',
  relationsView: 'document',
  numbers: null,
  consultedLabel: null,
  speakerShown: null,
  suggestionId: null,
  reviewView: plainReviewView,
  find: initialFind,
  search: initialSearch,
  searchIndex: null,
  occurrencesOf: '',
  typing: false,
  latestSeq: 0,
  saveStatus: 'saved',
  saveFailure: null,
  acting: 0,
  notices: [],
  announcement: '',
  dialog: null,
  aim: null,
  formats: null,
  importFormat: 'auto',
  importing: null,
  exporting: null,
  checking: null,
  repairing: null,
  copying: null,
  exportChoice: {
    format: 'json',
    options: { w3cUnits: 'codePoint', overlaps: 'longest' },
    scope: { labels: [], statuses: [] },
  },
  busy: null,
}
