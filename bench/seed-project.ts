import { join } from 'node:path'

import { buildDocument } from '../app/workbench/importers/build-document.ts'
import { createProject } from '../app/workbench/project/create-project.ts'
import { newId } from '../shared/model/id.ts'
import type { Result } from '../shared/result.ts'
import { makeCorpus } from './corpus.ts'
import type { Scale } from './scale.ts'

/** Writes a real project file that opens on the corpus of this scale. Returns its path. */
export async function seedProject(folder: string, scale: Scale): Promise<string> {
  const { text, annotations } = makeCorpus(scale)
  const path = join(folder, `${scale.words}.verbatim`)
  const { document } = valueOf(
    await buildDocument({ kind: 'paste', title: 'Benchmark', text }, 'auto'),
  )
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

/** What came of something that should not fail here; throws where it did. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Error(`${result.failure.message} ${result.failure.remedy}`)
}
