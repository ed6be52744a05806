import { success, type Result } from '../../../shared/result.ts'
import { goBackInBulk } from '../go-back.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { openBulk, type BulkCommit, type BulkProject } from '../project/bulk-project.ts'
import { editDocumentsIn } from '../replacing/edit-documents.ts'
import { removeDocumentsFrom } from '../replacing/remove-documents.ts'
import { replaceLabelIn } from '../replacing/replace-label.ts'
import { replaceRelationTypeIn } from '../replacing/replace-relation-type.ts'
import { replaceSpeakersIn } from '../replacing/replace-speakers.ts'
import type { ActCall } from './act-call.ts'

let project: BulkProject | null = null

const work = {
  /** Commits one act on much, as one entry. Nobody else of the program may write until it is done. */
  act: async ({
    path,
    identity,
    call,
  }: {
    readonly path: string
    readonly identity: string | null
    readonly call: ActCall
  }): Promise<Result<BulkCommit | null>> => {
    const opened = openBulk(path, identity)
    if (!opened.ok) return opened
    project = opened.value
    return act(project, call)
  },
  /** Takes in the log that the act made long, while others write. */
  settle: async (): Promise<Result<null>> => {
    project?.settle()
    return success(null)
  },
}

function act(file: BulkProject, { name, args }: ActCall): Result<BulkCommit | null> {
  switch (name) {
    case 'documents.edit':
      return editDocumentsIn(file, args)
    case 'documents.remove':
      return removeDocumentsFrom(file, args)
    case 'labels.replace':
      return replaceLabelIn(file, args)
    case 'relationTypes.replace':
      return replaceRelationTypeIn(file, args)
    case 'speakers.replace':
      return replaceSpeakersIn(file, args)
    case 'journal.commit':
      return file.commit(args)
    case 'journal.undo':
      return file.undo(args.id, args.annotator)
    case 'journal.redo':
      return file.redo(args.id, args.annotator)
    case 'journal.goBack':
      return goBackInBulk(file, args)
  }
}

export type BulkWork = typeof work

serveJob(work, async () => {
  project?.close()
})
