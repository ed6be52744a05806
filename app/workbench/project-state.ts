import { basename } from 'node:path'

import type { ProjectState } from '../../shared/contract.ts'
import type { ProjectFile } from './project/project-file.ts'

/** Everything of an open project but its texts and annotations. */
export function projectStateOf(file: ProjectFile): ProjectState {
  return {
    project: file.project(),
    fileName: basename(file.path),
    readOnly: file.readOnly,
    heldElsewhere: file.following?.state() ?? null,
    placeRemark: file.placeRemark,
    labels: file.labels(),
    relationTypes: file.relationTypes(),
    speakers: file.speakers(),
    documents: file.documents(),
    currentDocumentId: file.currentDocumentId(),
    undoState: file.undoState(),
  }
}
