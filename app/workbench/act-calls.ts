import type { Handlers } from '../../shared/contract.ts'
import type { Commit, ToldCommit } from '../../shared/model/journal.ts'
import type { Result } from '../../shared/result.ts'
import type { ActCall, ActCallName } from './bulk/act-call.ts'
import type { BulkActs } from './bulk/act-in-bulk.ts'
import { isLarge } from './bulk/is-large.ts'
import { goBack } from './go-back.ts'
import type { ProjectFile } from './project/project-file.ts'
import { editDocumentsIn } from './replacing/edit-documents.ts'
import { removeDocumentsFrom } from './replacing/remove-documents.ts'
import { replaceLabelIn } from './replacing/replace-label.ts'
import { replaceRelationTypeIn } from './replacing/replace-relation-type.ts'
import { replaceSpeakersIn } from './replacing/replace-speakers.ts'

/**
 * What people do to a project. Each is one entry of the journal, answered once it is on disk: at once, or by a thread where
 * the program would stand still for it.
 */
export function actCalls({
  bulk,
  onProjectAlone,
  committed,
}: {
  readonly bulk: BulkActs
  /** Once nobody else writes to the project, which stays open until it is done. */
  readonly onProjectAlone: (
    work: (file: ProjectFile) => Promise<Result<ToldCommit | null>>,
  ) => Promise<Result<ToldCommit | null>>
  /** Tells every page. */
  readonly committed: (commit: ToldCommit) => void
}): Handlers<ActCallName> {
  async function act(
    call: ActCall,
    atOnce: (file: ProjectFile) => Result<Commit | null>,
  ): Promise<Result<ToldCommit | null>> {
    return onProjectAlone(async (file) => {
      const done = isLarge(file, call) ? await bulk.act(file, call) : atOnce(file)
      if (done.ok && done.value !== null) committed(done.value)
      return done
    })
  }

  return {
    'documents.remove': (args) =>
      act({ name: 'documents.remove', args }, (file) => removeDocumentsFrom(file, args)),
    'documents.edit': (args) =>
      act({ name: 'documents.edit', args }, (file) => editDocumentsIn(file, args)),
    'labels.replace': (args) =>
      act({ name: 'labels.replace', args }, (file) => replaceLabelIn(file, args)),
    'relationTypes.replace': (args) =>
      act({ name: 'relationTypes.replace', args }, (file) => replaceRelationTypeIn(file, args)),
    'speakers.replace': (args) =>
      act({ name: 'speakers.replace', args }, (file) => replaceSpeakersIn(file, args)),
    'journal.commit': (args) => act({ name: 'journal.commit', args }, (file) => file.commit(args)),
    'journal.undo': (args) =>
      act({ name: 'journal.undo', args }, (file) => file.undo(args.id, args.annotator)),
    'journal.redo': (args) =>
      act({ name: 'journal.redo', args }, (file) => file.redo(args.id, args.annotator)),
    'journal.goBack': (args) => act({ name: 'journal.goBack', args }, (file) => goBack(file, args)),
  }
}
