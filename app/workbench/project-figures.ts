import { statSync } from 'node:fs'

import type { ProjectFile } from './project/project-file.ts'

/** How large the open project is, by name: counts and sizes, nothing that it says. */
export type ProjectFigures = Readonly<Record<string, string | number>>

/** Costs a pass over the list of documents; no text is read. */
export function figuresOf(file: ProjectFile): ProjectFigures {
  let documents = 0
  let characters = 0
  let annotations = 0
  for (const slice of file.documentsInSlices()) {
    for (const summary of slice) {
      documents += 1
      characters += summary.document.length
      annotations += summary.annotations
    }
  }
  return {
    'File, bytes': statSync(file.path, { throwIfNoEntry: false })?.size ?? 'not there',
    Documents: documents,
    'Characters, UTF-16 code units': characters,
    Annotations: annotations,
    Labels: file.labels().length,
    'Relation types': file.relationTypes().length,
    Speakers: file.speakers().length,
    'Journal entries': file.journal(null, 1)[0]?.seq ?? 0,
    'Read only': file.readOnly === null ? 'no' : 'yes',
    'Open elsewhere': file.following === null ? 'no' : 'yes',
    'Special disk': file.placeRemark === null ? 'no' : 'yes',
  }
}
