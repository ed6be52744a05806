import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { CountFilter } from '../../../shared/contract.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { whoSpeaks } from '../../../shared/model/denial.ts'
import { wordSpans } from '../../../shared/text/word-spans.ts'
import { valueOf } from '../project/project.fixture.ts'
import { allWords } from './all-words.fixture.ts'
import {
  annotators,
  arbitraryAnnotations,
  arbitraryPairs,
  documents,
  labels,
  relationsBetween,
  speakers,
  storedProject,
  texts,
} from './counted-project.fixture.ts'
import { openCounting } from './counting.ts'

const arbitraryFilter: fc.Arbitrary<CountFilter> = fc.record({
  labels: fc.subarray([...labels], { maxLength: 2 }),
  speakers: fc.subarray(
    speakers.map(({ id }) => id),
    { maxLength: 2 },
  ),
  sources: fc.subarray(['KCNA', 'Tass'], { maxLength: 1 }),
  dates: fc.subarray(['2024', '2024-05-31', '2023-12'], { maxLength: 1 }),
  annotators: fc.subarray([...annotators], { maxLength: 1 }),
  denials: fc.constant([]),
})

/** Whether an annotation fits all parts of a filter but one, said in plain words. */
function fits(annotation: Annotation, filter: CountFilter, except: keyof CountFilter): boolean {
  const document = documents.find(({ id }) => id === annotation.documentId)
  const some = (
    part: Exclude<keyof CountFilter, 'denials'>,
    holds: (value: string) => boolean,
  ): boolean => part === except || filter[part].length === 0 || filter[part].some(holds)
  return (
    some('labels', (value) => annotation.label === value) &&
    some('speakers', (value) => annotation.attribution.includes(value)) &&
    some('sources', (value) => document?.source === value) &&
    some('dates', (value) => document?.date?.startsWith(value) === true) &&
    some('annotators', (value) => annotation.annotator === value)
  )
}

/** How often each key comes, without those that are `null`. */
function tally(keys: readonly (string | null)[]): ReadonlyMap<string, number> {
  const known = keys.filter((key) => key !== null)
  return new Map(
    Array.from(
      Map.groupBy(known, (key) => key),
      ([key, some]) => [key, some.length],
    ),
  )
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}

/** Words with at least one code unit under a span of any of the annotations. */
function wordsTagged(annotations: readonly Annotation[]): number {
  return documents.reduce((sum, { id }, place) => {
    const spans = annotations.flatMap((one) => (one.documentId === id ? one.spans : []))
    const under = wordSpans(texts[place] ?? '', 'en').filter((word) =>
      spans.some((span) => word.start < span.end && span.start < word.end),
    )
    return sum + under.length
  }, 0)
}

test('property: SQL counts what looking at each annotation counts', () => {
  const check = (
    annotations: readonly Annotation[],
    filter: CountFilter,
    pairs: readonly (readonly [number, number])[],
  ): void => {
    const relations = relationsBetween(annotations, pairs)
    const file = storedProject(annotations, relations)
    const counting = valueOf(openCounting(file.path))
    try {
      const denies = { relationType: 'denies', label: 'claim' }
      const counts = counting.counts({ filter, unit: 'day', denies })
      const but = (part: keyof CountFilter) => annotations.filter((one) => fits(one, filter, part))
      const documentOfOne = (one: Annotation) => documents.find(({ id }) => id === one.documentId)

      expect(counts.annotations).toBe(but('denials').length)
      expect(new Map(counts.byLabel.map(({ label, count }) => [label, count]))).toEqual(
        tally(but('labels').map(({ label }) => label)),
      )
      expect(new Map(counts.bySpeaker.top.map(({ speaker, count }) => [speaker, count]))).toEqual(
        tally(but('speakers').flatMap(({ attribution }) => attribution)),
      )
      expect(counts.bySpeaker.nobody).toBe(
        but('speakers').filter(({ attribution }) => attribution.length === 0).length,
      )
      expect(new Map(counts.bySource.top.map(({ source, count }) => [source, count]))).toEqual(
        tally(but('sources').map((one) => documentOfOne(one)?.source ?? null)),
      )
      const speakerAt = (id: string) =>
        whoSpeaks(annotations.find((one) => one.id === id)?.attribution ?? []) ?? 'nobody'
      const inSight = new Set(but('denials').map(({ id }) => id))
      expect(
        new Map(
          counts.denials?.cells.map(({ from, to, count }) => [
            `${from ?? 'nobody'} ${to ?? 'nobody'}`,
            count,
          ]),
        ),
      ).toEqual(
        tally(
          // A denial of two things that one person said is one denial.
          distinct(
            relations
              .filter(({ from, to }) => inSight.has(from) || inSight.has(to))
              .map(({ from, to }) => `${from} ${speakerAt(from)} ${speakerAt(to)}`),
          ).map((denial) => denial.slice(denial.indexOf(' ') + 1)),
        ),
      )
      const claims = but('labels').filter(({ label }) => label === 'claim')
      const open = claims.filter(({ id }) => relations.every(({ to }) => to !== id))
      expect(counts.undenied).toEqual({ all: claims.length, undenied: open.length })

      const words = allWords(counting, { filter, denies })
      expect(words.tagged).toBe(wordsTagged(but('labels')))
      for (const { label, words: counted } of words.byLabel) {
        expect(counted).toBe(wordsTagged(but('labels').filter((one) => one.label === label)))
      }
    } finally {
      counting.close()
      file.close()
    }
  }
  fc.assert(fc.property(arbitraryAnnotations, arbitraryFilter, arbitraryPairs, check), {
    numRuns: 40,
  })
})
