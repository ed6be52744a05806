import { join } from 'node:path'

import { fillProject } from '../../app/workbench/hostile/hostile-project.fixture.ts'
import { hostileWords } from '../../app/workbench/hostile/hostile-strings.fixture.ts'
import { createProject } from '../../app/workbench/project/create-project.ts'
import type { Change } from '../../shared/model/change.ts'
import { newId, timeNow } from '../../shared/model/id.ts'
import type { Suggestion } from '../../shared/model/suggestion.ts'
import { valueOf } from './project.ts'

const image = '<img src=x onerror=globalThis.hostileRan=1>'

/** So many strings that every kind is among them, and every list still has few rows. */
const everySixth = hostileWords.strings.filter((_, index) => index % 6 === 0)

/**
 * Writes a project whose every word would like to be something else, in its file’s name too, and which says what the
 * interface never lets anybody write: addresses and languages that are none. Returns its path.
 */
export function makeHostileProject(folder: string): string {
  // Windows has no such names.
  const name = process.platform === 'win32' ? 'Hostile' : image
  const path = join(folder, `${name}.verbatim`)
  const file = valueOf(createProject(path, image))
  try {
    fillProject(file, { ...hostileWords, strings: [image, ...everySixth] })
    const before = file.project()
    const searches = hostileWords.lines
      .slice(0, 8)
      .map((line) => ({ id: newId(), name: line, query: `"${line}"` }))
    const [label] = file.labels()
    const changes: readonly Change[] = [
      { entity: 'project', before, after: { ...before, searches } },
      ...(label === undefined
        ? []
        : [
            {
              entity: 'label',
              before: label,
              after: { ...label, name: `\u0007${image}` },
            } as const,
          ]),
      ...file.wholeDocuments().map((document): Change => ({
        entity: 'document',
        before: document,
        after: {
          ...document,
          url: 'javascript:globalThis.hostileRan=1',
          language: `en" onload="${image}`,
        },
      })),
      ...file.documents().map(({ document }): Change => ({
        entity: 'suggestion',
        before: null,
        after: suggestionFor(document.id),
      })),
    ]
    const commit = { id: newId(), annotator: image, summary: image, changes }
    valueOf(file.commit(commit))
  } finally {
    file.close()
  }
  return path
}

function suggestionFor(documentId: string): Suggestion {
  const now = timeNow()
  return {
    id: newId(),
    documentId,
    label: image,
    reason: 'quoteDiffers',
    expected: image,
    found: `<svg onload=globalThis.hostileRan=1>`,
    proposal: [{ start: 0, end: 1 }],
    score: null,
    origin: image,
    attribution: [],
    attributes: { [image]: image },
    note: image,
    annotator: image,
    relations: [],
    createdAt: now,
    updatedAt: now,
  }
}
