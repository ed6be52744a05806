import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { CountFilter, Counts } from '../../../shared/contract.ts'
import { denialOf } from '../../../shared/model/denial.ts'
import { newId } from '../../../shared/model/id.ts'
import { denialValue } from '../../../shared/search/denial-ends.ts'
import { printValue } from '../../../shared/search/print-query.ts'
import { draftOf } from '../project/model.fixture.ts'
import type { ProjectFile } from '../project/project-file.ts'
import { valueOf } from '../project/project.fixture.ts'
import { replaceSpeakersIn } from '../replacing/replace-speakers.ts'
import { engineOn, found } from '../search/search-engine.fixture.ts'
import type { SearchEngine } from '../search/search-engine.ts'
import {
  arbitraryAnnotations,
  arbitraryPairs,
  documents,
  relationsBetween,
  storedProject,
} from './counted-project.fixture.ts'
import { openCounting, type Counting } from './counting.ts'

type Pair = CountFilter['denials'][number]

/** A query with how many annotations it finds, and how many were counted of it. */
type Compared = { readonly query: string; readonly hits: number; readonly counted: number }

/** What the matrix, what is pressed in it, and the counts of facets say of who denies whom, beside what a search finds. */
async function compared(
  file: ProjectFile,
  counting: Counting,
  engine: SearchEngine,
): Promise<readonly Compared[]> {
  const numbers = new Map<string, number>()
  const denial = denialOf(file.labels(), file.relationTypes())
  if (denial === null) numbers.set('has:denial', 0)
  else {
    const count = (pairs: readonly Pair[]): Counts =>
      counting.counts({
        filter: {
          labels: [],
          speakers: [],
          sources: [],
          dates: [],
          annotators: [],
          denials: pairs,
        },
        unit: 'day',
        denies: { relationType: denial.type.id, label: denial.to.id },
      })
    const queryOf = (pairs: readonly Pair[]): string =>
      pairs.map((pair) => `denies:${printValue(valueOfPair(file, pair))}`).join(' ')
    const { denials, undenied } = count([])
    const pressable = (denials?.cells ?? []).flatMap(({ from, to, count: number }) =>
      from === null || to === null ? [] : [{ pair: { from, to }, number }],
    )
    for (const { pair, number } of pressable) numbers.set(queryOf([pair]), number)
    const all = pressable.map(({ pair }) => pair)
    for (const pairs of [all, all.slice(1)]) {
      if (pairs.length > 0) numbers.set(queryOf(pairs), count(pairs).annotations)
    }
    numbers.set(`label:${denial.to.id} -has:denial`, undenied?.undenied ?? 0)
  }
  // What each value would find beside the query, or in its place where it is of the same facet.
  const { counts } = await found(engine, 'has:relation')
  for (const { facet, values } of counts ?? []) {
    for (const { value, count } of values) {
      if (facet === 'has') numbers.set(`has:${value}`, count)
      if (facet === 'denies') numbers.set(`has:relation denies:${printValue(value)}`, count)
    }
  }
  const results: Compared[] = []
  for (const [query, counted] of numbers) {
    results.push({ query, hits: (await found(engine, query)).progress.hits, counted })
  }
  return results
}

function valueOfPair(file: ProjectFile, { from, to }: Pair): string {
  const [denier, denied] = [from, to].map((id) => file.speakers().find((one) => one.id === id))
  if (denier === undefined || denied === undefined) throw new Error('no such speakers')
  return denialValue(denier, denied)
}

type Edit = (file: ProjectFile) => void

function rankedIn<Thing>(things: readonly Thing[], rank: number): Thing | undefined {
  return things[rank % Math.max(1, things.length)]
}

const annotationsOf = (file: ProjectFile) => documents.flatMap(({ id }) => file.annotations(id))
const rank = fc.nat({ max: 30 })

/** What people do that changes who denies whom. */
const arbitraryEdit: fc.Arbitrary<Edit> = fc.oneof(
  rank.map((one): Edit => (file) => {
    const before = rankedIn(file.relations(), one)
    if (before !== undefined) {
      valueOf(file.commit(draftOf({ entity: 'relation', before, after: null })))
    }
  }),
  fc.tuple(rank, rank, fc.constantFrom('denies', 'repeats')).map(([one, other, type]): Edit => {
    return (file) => {
      const annotations = annotationsOf(file)
      const [from, to] = [rankedIn(annotations, one), rankedIn(annotations, other)]
      if (from === undefined || to === undefined || from.id === to.id) return
      const after = { id: newId(), type, from: from.id, to: to.id }
      valueOf(file.commit(draftOf({ entity: 'relation', before: null, after })))
    }
  }),
  fc.tuple(rank, fc.array(rank, { maxLength: 2 })).map(([one, named]): Edit => (file) => {
    const before = rankedIn(annotationsOf(file), one)
    const chain = named.flatMap((place) => rankedIn(file.speakers(), place)?.id ?? [])
    if (before === undefined) return
    const after = { ...before, attribution: [...new Set(chain)] }
    valueOf(file.commit(draftOf({ entity: 'annotation', before, after })))
  }),
  fc.tuple(rank, rank, fc.boolean()).map(([one, other, isMerge]): Edit => (file) => {
    const [gone, by] = [rankedIn(file.speakers(), one), rankedIn(file.speakers(), other)]
    if (gone === undefined || gone.id === by?.id) return
    const request = { id: newId(), annotator: 'Ada', speakers: [gone.id] }
    valueOf(replaceSpeakersIn(file, { ...request, by: isMerge ? (by?.id ?? null) : null }))
  }),
  rank.map((one): Edit => (file) => {
    const before = rankedIn(file.speakers(), one)
    if (before === undefined) return
    const after = { ...before, name: `${before.name} ${newId()}` }
    valueOf(file.commit(draftOf({ entity: 'speaker', before, after })))
  }),
  fc.constant<Edit>((file) => {
    const before = file.relationTypes().find(({ id }) => id === 'denies')
    if (before === undefined) return
    const after = { ...before, from: before.from.length === 0 ? ['denial'] : [] }
    valueOf(file.commit(draftOf({ entity: 'relationType', before, after })))
  }),
  fc.constant<Edit>((file) => {
    valueOf(file.undo(newId(), 'Ada'))
  }),
)

test('property: the matrix counts what the search finds, whatever is edited', async () => {
  const edits = fc.array(arbitraryEdit, { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(arbitraryAnnotations, arbitraryPairs, edits, async (some, pairs, acts) => {
      const file = storedProject(some, relationsBetween(some, pairs))
      const counting = valueOf(openCounting(file.path))
      const engine = engineOn(file)
      await engine.prepare()
      try {
        for (const act of [() => {}, ...acts]) {
          act(file)
          const answers = await compared(file, counting, engine)
          expect(answers.filter(({ hits, counted }) => hits !== counted)).toEqual([])
        }
      } finally {
        counting.close()
      }
    }),
    { numRuns: 25 },
  )
})
