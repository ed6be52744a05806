import type { ProjectFile } from '../project/project-file.ts'
import type { ActCall } from './act-call.ts'

/** Changes, or things that will be changed: so many are committed in some tens of milliseconds. */
const enough = 200
/** The changes of as many as the journal holds them, in bytes. */
const enoughBytes = 100_000

/** Whether an act is so large that the program would stand still for it. Costs next to nothing, however large it is. */
export function isLarge(file: ProjectFile, { name, args }: ActCall): boolean {
  // Where SQLite keeps no log beside the file, nobody could read while a thread writes: the program would stand still too.
  if (file.readOnly !== null || file.placeRemark !== null) return false
  const { weights } = file
  const isLong = (bytes: number) => bytes >= enoughBytes
  // One that was done before is read to be answered.
  return isLong(weights.ofEntryWithId(args.id)) || isLargeAnew()

  function isLargeAnew(): boolean {
    switch (name) {
      case 'documents.edit':
        return args.documents.length >= enough
      case 'documents.remove':
        return weights.ofDocuments(args.documents, enough) >= enough
      case 'labels.replace':
        return weights.ofLabel(args.label, enough) >= enough
      case 'relationTypes.replace':
        return weights.ofRelationType(args.relationType, enough) >= enough
      case 'speakers.replace':
        return weights.ofSpeakers(args.speakers, enough) >= enough
      case 'journal.commit':
        return args.changes.length >= enough
      case 'journal.undo':
        return isLong(weights.ofEntry(file.undoReach().undo ?? 0))
      case 'journal.redo':
        return isLong(weights.ofEntry(file.undoReach().redo ?? 0))
      case 'journal.goBack':
        return isLong(weights.ofEntriesAfter(args.seq))
    }
  }
}
