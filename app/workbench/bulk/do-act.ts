import type { CallArguments } from '../../../shared/contract.ts'
import type { Result } from '../../../shared/result.ts'
import type { ActingProject } from '../project/project-file.ts'
import { editDocumentsIn } from '../replacing/edit-documents.ts'
import { removeDocumentsFrom } from '../replacing/remove-documents.ts'
import { replaceLabelIn } from '../replacing/replace-label.ts'
import { replaceRelationTypeIn } from '../replacing/replace-relation-type.ts'
import { replaceSpeakersIn } from '../replacing/replace-speakers.ts'
import type { ActCall } from './act-call.ts'

type Undoing<Done> = {
  readonly undo: (id: string, annotator: string) => Result<Done | null>
  readonly redo: (id: string, annotator: string) => Result<Done | null>
}

/** Does one act to a project, on whichever connection it is; `goBack` is the way back on it. */
export function doAct<Done>(
  file: ActingProject<Done> & Undoing<Done>,
  goBack: (args: CallArguments<'journal.goBack'>) => Result<Done | null>,
  { name, args }: ActCall,
): Result<Done | null> {
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
      return goBack(args)
  }
}
