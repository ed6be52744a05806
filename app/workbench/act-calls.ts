import type { Handlers } from '../../shared/contract.ts'
import type { ToldCommit } from '../../shared/model/journal.ts'
import type { Result } from '../../shared/result.ts'
import type { ActCall, ActCallName } from './bulk/act-call.ts'
import type { BulkActs } from './bulk/act-in-bulk.ts'
import { doAct } from './bulk/do-act.ts'
import { isLarge } from './bulk/is-large.ts'
import { goBack } from './go-back.ts'
import type { ProjectFile } from './project/project-file.ts'

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
  async function act(call: ActCall): Promise<Result<ToldCommit | null>> {
    return onProjectAlone(async (file) => {
      const done = isLarge(file, call)
        ? await bulk.act(file, call)
        : doAct(file, (args) => goBack(file, args), call)
      if (done.ok && done.value !== null) committed(done.value)
      return done
    })
  }

  return {
    'documents.remove': (args) => act({ name: 'documents.remove', args }),
    'documents.edit': (args) => act({ name: 'documents.edit', args }),
    'labels.replace': (args) => act({ name: 'labels.replace', args }),
    'relationTypes.replace': (args) => act({ name: 'relationTypes.replace', args }),
    'speakers.replace': (args) => act({ name: 'speakers.replace', args }),
    'journal.commit': (args) => act({ name: 'journal.commit', args }),
    'journal.undo': (args) => act({ name: 'journal.undo', args }),
    'journal.redo': (args) => act({ name: 'journal.redo', args }),
    'journal.goBack': (args) => act({ name: 'journal.goBack', args }),
  }
}
