import type { CommandGroup } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import type { View } from './covering.ts'

/** What a group of commands is called. */
export function groupName(group: CommandGroup): string {
  return t(`commands:groups.${group}`)
}

/**
 * Where the keys of a command work: in the article and what else is no text field, in the whole window but for text
 * fields, or always.
 */
type KeyScope = 'article' | 'window' | 'always'

/** An action with the keys that do it, in one list for the keyboard, the palette and the sheet of keys. */
export type Command = {
  readonly id: string
  readonly title: string
  /** Other words that somebody may look for it by. */
  readonly words?: string
  readonly group: CommandGroup
  /** Key presses as tinykeys writes them: `KeyboardEvent.key` or `.code`, joined by `+`; `$mod` is Ctrl or Cmd. */
  readonly keys: readonly string[]
  readonly scope: KeyScope
  /** What it is for, where that is not what the others of its group are for. */
  readonly views?: readonly View[]
  /** Whether it would do anything now; always where absent. */
  readonly possible?: (state: WorkbenchState) => boolean
  /** `target` is the element that had the keyboard; `null` where the command was chosen from a list. */
  readonly run: (session: Session, target: Element | null) => void
}

export const withProject = ({ project }: WorkbenchState): boolean => project !== null
export const withDocument = ({ document }: WorkbenchState): boolean => document !== null
/** Something can be changed in the open document. */
export const withEditableDocument = ({ document, project }: WorkbenchState): boolean =>
  document !== null && project?.readOnly === null
/** Something can be changed in the project as a whole. */
export const withEditableProject = ({ project }: WorkbenchState): boolean =>
  project?.readOnly === null
/** The table of all documents is shown, and something can be changed in those chosen there. */
const withChosenDocuments = ({
  allDocuments,
  chosenDocumentIds,
  project,
}: WorkbenchState): boolean =>
  allDocuments && chosenDocumentIds.length > 0 && project?.readOnly === null
/** Documents chosen in the table where that is shown, the open one otherwise, can be changed. */
export const withEditableDocuments = (state: WorkbenchState): boolean =>
  state.allDocuments ? withChosenDocuments(state) : withEditableDocument(state)
export const withAnnotation = (state: WorkbenchState): boolean =>
  state.currentId !== null && withEditableDocument(state)
