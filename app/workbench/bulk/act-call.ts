import type { CallArguments } from '../../../shared/contract.ts'

/** Calls that may be about any number of things at once. */
export type ActCallName =
  | 'documents.remove'
  | 'documents.edit'
  | 'journal.commit'
  | 'journal.undo'
  | 'journal.redo'
  | 'journal.goBack'
  | 'labels.replace'
  | 'relationTypes.replace'
  | 'speakers.replace'

/** One such call. */
export type ActCall = {
  readonly [Name in ActCallName]: { readonly name: Name; readonly args: CallArguments<Name> }
}[ActCallName]
