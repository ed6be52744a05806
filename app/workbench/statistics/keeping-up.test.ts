import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { CountRequest } from '../../../shared/contract.ts'
import type { Change } from '../../../shared/model/change.ts'
import { newId } from '../../../shared/model/id.ts'
import { pressProject } from '../press-project.fixture.ts'
import { draftOf } from '../project/model.fixture.ts'
import type { ProjectFile } from '../project/project-file.ts'
import { valueOf } from '../project/project.fixture.ts'
import { allWords } from './all-words.fixture.ts'
import { openCounting, type Counting } from './counting.ts'

const kinds = [
  'relabel',
  'silence',
  'copy',
  'remove',
  'date',
  'removeDocument',
  'relate',
  'unrelate',
  'undo',
  'redo',
] as const

/** Something that is done to the project; `which` picks what it is done to. */
type Step = { readonly kind: (typeof kinds)[number]; readonly which: number }

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), which: fc.nat({ max: 20 }) }),
  { minLength: 1, maxLength: 12 },
)

test('property: counts that are kept up are those that are counted anew', () => {
  const check = (series: readonly Step[]): void => {
    const { file } = pressProject()
    // One text at a time.
    const living = valueOf(openCounting(file.path, 0))
    try {
      everythingOf(living)
      for (const step of series) {
        take(file, step)
        const fresh = valueOf(openCounting(file.path))
        try {
          expect(everythingOf(living)).toEqual(everythingOf(fresh))
        } finally {
          fresh.close()
        }
      }
    } finally {
      living.close()
      file.close()
    }
  }
  fc.assert(fc.property(steps, check), { numRuns: 25 })
})

const filter = { labels: [], speakers: [], sources: [], dates: [], annotators: [], denials: [] }
const request: CountRequest = {
  filter,
  unit: 'day',
  denies: { relationType: 'denies', label: 'claim' },
}

/** Counts of all kinds, with and without a filter. */
function everythingOf(counting: Counting) {
  const ofSome = { ...request, filter: { ...filter, annotators: ['Ada'] } }
  return [request, ofSome].map((one) => ({
    counts: counting.counts(one),
    words: allWords(counting, one),
  }))
}

function take(file: ProjectFile, { kind, which }: Step): void {
  if (kind === 'undo' || kind === 'redo') {
    // Nothing below the first three entries, which made the project: they are undone, too.
    file[kind](newId(), 'Ada')
    return
  }
  const changes = changesOf(file, kind, which)
  if (changes.length > 0) valueOf(file.commit(draftOf(...changes)))
}

function changesOf(
  file: ProjectFile,
  kind: Exclude<Step['kind'], 'undo' | 'redo'>,
  which: number,
): readonly Change[] {
  const documents = file.wholeDocuments()
  const annotations = documents.flatMap(({ id }) => file.annotations(id))
  const relations = file.relations()
  const at = <Thing>(things: readonly Thing[], place = which): readonly Thing[] =>
    things.length === 0 ? [] : things.slice(place % things.length).slice(0, 1)
  switch (kind) {
    case 'relabel':
      return at(annotations).map((before) => ({
        entity: 'annotation',
        before,
        after: { ...before, label: before.label === 'quote' ? 'claim' : 'quote' },
      }))
    case 'silence':
      return at(annotations).map((before) => ({
        entity: 'annotation',
        before,
        after: { ...before, attribution: before.attribution.slice(1) },
      }))
    case 'copy':
      return at(annotations).map((one) => ({
        entity: 'annotation',
        before: null,
        after: { ...one, id: newId(), annotator: which % 2 === 0 ? 'Ada' : 'Ben' },
      }))
    case 'remove':
      return at(annotations).flatMap((before) => removal(file, before))
    case 'date':
      return at(documents).map((before) => ({
        entity: 'document',
        before,
        after: { ...before, date: `2024-05-${10 + which}`, source: `Paper ${which % 3}` },
      }))
    case 'removeDocument':
      return at(documents).flatMap((before): readonly Change[] => {
        const within = file.annotations(before.id)
        const ends = new Set(within.map(({ id }) => id))
        return [
          ...relations
            .filter(({ from, to }) => ends.has(from) || ends.has(to))
            .map((one): Change => ({ entity: 'relation', before: one, after: null })),
          ...within.map((one): Change => ({ entity: 'annotation', before: one, after: null })),
          { entity: 'document', before, after: null },
        ]
      })
    case 'relate': {
      const [from, to] = [at(annotations)[0], at(annotations, which + 1)[0]]
      if (from === undefined || to === undefined || from === to) return []
      const after = { id: newId(), type: 'denies', from: from.id, to: to.id }
      return [{ entity: 'relation', before: null, after }]
    }
    case 'unrelate':
      return at(relations).map((before) => ({ entity: 'relation', before, after: null }))
  }
}

function removal(
  file: ProjectFile,
  before: ReturnType<ProjectFile['annotations']>[number],
): readonly Change[] {
  return [
    ...file
      .relationsAt(before.id)
      .map((one): Change => ({ entity: 'relation', before: one, after: null })),
    { entity: 'annotation', before, after: null },
  ]
}
