import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Change } from '../../../../shared/model/change.ts'
import { newId } from '../../../../shared/model/id.ts'
import { annotationOf, documentOf, draftOf, speakerOf } from '../model.fixture.ts'
import { dump, newProject, valueOf } from '../project.fixture.ts'
import { openReader } from '../reader.ts'

/** A closed project of many pages: each table but the smallest has inner pages, and most of it a history. */
export function bigProject(): string {
  const file = newProject()
  const speaker = speakerOf('Ada')
  valueOf(file.commit(draftOf({ entity: 'speaker', before: null, after: speaker })))
  for (let number = 0; number < 30; number += 1) {
    const text = `Article ${number}. ${'The mayor said the bridge is safe. '.repeat(60 + 15 * number)}`
    const document = documentOf(text, `Article ${number}`)
    const tags = Array.from({ length: 25 }, (_, index) => ({
      ...annotationOf(document, text, [{ start: 20 * index, end: 20 * index + 15 }], 'quote'),
      attribution: [speaker.id],
    }))
    const [first, second] = tags
    if (first === undefined || second === undefined) throw new Error('there are tags')
    const relation = { id: newId(), type: 'denies', from: first.id, to: second.id }
    const changes: readonly Change[] = [
      { entity: 'document', before: null, after: document },
      ...tags.map((after) => ({ entity: 'annotation', before: null, after }) as const),
      { entity: 'relation', before: null, after: relation },
    ]
    valueOf(file.commit(draftOf(...changes), [text]))
  }
  valueOf(file.undo(newId(), 'Ada'))
  valueOf(file.redo(newId(), 'Ada'))
  file.close()
  return file.path
}

/** A copy of a project with other bytes. */
export function damagedCopy(path: string, name: string, damage: (bytes: Buffer) => Buffer): string {
  const copy = join(dirname(path), name)
  copyFileSync(path, copy)
  writeFileSync(copy, damage(readFileSync(path)))
  return copy
}

/** Everything in a project file. */
export function dumpOf(path: string): ReturnType<typeof dump> {
  const reader = valueOf(openReader(path))
  try {
    return dump(reader)
  } finally {
    reader.close()
  }
}
