import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'

import type { DocumentSummary, ProjectState } from '../../shared/contract.ts'
import type { ProjectFile } from './project/project-file.ts'

/**
 * Everything of an open project but its texts and annotations. There may be ten thousand documents, so that others have
 * their turn in between: nobody may write to the project until it is there.
 */
export async function projectStateOf(file: ProjectFile): Promise<ProjectState> {
  const documents: DocumentSummary[] = []
  for (const slice of file.documentsInSlices()) {
    documents.push(...slice)
    await setImmediate()
  }
  return { ...stateBesideDocuments(file), documents }
}

/** Everything of an open project but its documents, their texts and annotations. */
export function stateBesideDocuments(file: ProjectFile): Omit<ProjectState, 'documents'> {
  return {
    project: file.project(),
    fileName: basename(file.path),
    readOnly: file.readOnly,
    heldElsewhere: file.following?.state() ?? null,
    placeRemark: file.placeRemark,
    labels: file.labels(),
    relationTypes: file.relationTypes(),
    speakers: file.speakers(),
    currentDocumentId: file.currentDocumentId(),
    undoState: file.undoState(),
  }
}
