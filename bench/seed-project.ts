import { join } from 'node:path'

import { landPaste } from '../app/workbench/importers/landing/land-paste.ts'
import { startLanding } from '../app/workbench/importers/landing/landing.ts'
import { createProject } from '../app/workbench/project/create-project.ts'
import type { Document } from '../shared/model/document.ts'
import { newId, timeNow } from '../shared/model/id.ts'
import type { Result } from '../shared/result.ts'
import { makeCorpus } from './corpus.ts'
import type { Scale } from './scale.ts'

/** Writes a real project file that opens on the corpus of this scale. Returns its path. */
export async function seedProject(folder: string, scale: Scale): Promise<string> {
  const { text, annotations } = makeCorpus(scale)
  const path = join(folder, `${scale.words}.verbatim`)
  const document = documentOf('Benchmark', text)
  const project = valueOf(createProject(path, 'Benchmark'))
  try {
    const changes = annotations.map((annotation) => ({
      entity: 'annotation' as const,
      before: null,
      after: Object.assign(structuredClone(annotation), { documentId: document.id }),
    }))
    const draft = {
      id: newId(),
      annotator: 'Benchmark',
      summary: 'Import',
      changes: [{ entity: 'document' as const, before: null, after: document }, ...changes],
    }
    valueOf(project.commit(draft, [text]))
    valueOf(project.saveView(document.id, { anchor: 0, focus: 0, top: 0, annotationId: null }))
  } finally {
    project.close()
  }
  return path
}

/** A document of this text, as pasting it makes one. */
export function documentOf(title: string, text: string): Document {
  const now = timeNow()
  const start = { annotator: 'Benchmark', now, speakers: [], isTaken: () => false }
  const { landed } = landPaste(startLanding(start), { title, text })
  if (landed?.document == null) throw new Error('a generated text makes a document')
  return landed.document
}

/** What came of something that should not fail here; throws where it did. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Error(`${result.failure.message} ${result.failure.remedy}`)
}
