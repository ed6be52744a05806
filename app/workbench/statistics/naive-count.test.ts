import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { CountFilter } from '../../../shared/contract.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { Change } from '../../../shared/model/change.ts'
import { newId } from '../../../shared/model/id.ts'
import type { Relation } from '../../../shared/model/relation.ts'
import { arbitrarySpansIn } from '../../../shared/text/arbitrary-span.ts'
import { wordSpans } from '../../../shared/text/word-spans.ts'
import { annotationOf, documentOf, draftOf, speakerOf } from '../project/model.fixture.ts'
import { newProject, valueOf } from '../project/project.fixture.ts'
import { allWords } from './all-words.fixture.ts'
import { openCounting } from './counting.ts'

const texts = [
  'The minister said “no ship left”, and nobody denied it.',
  'Ни один корабль не вышел. 👨‍👩‍👧‍👦 The well-known captain agrees.',
  'قال الوزير إنّ السفينة لم تغادر، says the paper.',
] as const
const speakers = ['Kim', 'Лидия', 'KCNA'].map(speakerOf)
const documents = texts.map((text, place) => ({
  ...documentOf(text, `Article ${place}`),
  source: [null, 'KCNA', 'Tass'][place] ?? null,
  date: [null, '2024-05-31', '2023-12'][place] ?? null,
}))
const labels = ['claim', 'quote', 'denial'] as const
const annotators = ['Ada', 'Ben'] as const

const arbitraryAnnotations: fc.Arbitrary<readonly Annotation[]> = fc
  .array(
    fc.nat({ max: texts.length - 1 }).chain((place) =>
      fc
        .record({
          spans: arbitrarySpansIn(texts[place] ?? ''),
          label: fc.constantFrom(...labels),
          chain: fc.shuffledSubarray(speakers),
          annotator: fc.constantFrom(...annotators),
        })
        .map(({ spans, label, chain, annotator }): Annotation | null => {
          const document = documents[place]
          if (document === undefined || spans === null) return null
          const annotation = annotationOf(document, texts[place] ?? '', spans, label)
          return { ...annotation, annotator, attribution: chain.map(({ id }) => id) }
        }),
    ),
    { maxLength: 12 },
  )
  .map((annotations) => annotations.filter((annotation) => annotation !== null))

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
  const arbitraryPairs = fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 11 })), {
    maxLength: 8,
  })
  const check = (
    annotations: readonly Annotation[],
    filter: CountFilter,
    pairs: readonly (readonly [number, number])[],
  ): void => {
    const relations = pairs.flatMap(([from, to]): readonly Relation[] => {
      const [origin, target] = [annotations[from], annotations[to]]
      if (origin === undefined || target === undefined || origin === target) return []
      return [{ id: newId(), type: 'denies', from: origin.id, to: target.id }]
    })
    const file = newProject()
    const changes: readonly Change[] = [
      ...documents.map((after): Change => ({ entity: 'document', before: null, after })),
      ...speakers.map((after): Change => ({ entity: 'speaker', before: null, after })),
      ...annotations.map((after): Change => ({ entity: 'annotation', before: null, after })),
      ...relations.map((after): Change => ({ entity: 'relation', before: null, after })),
    ]
    valueOf(file.commit(draftOf(...changes), texts))
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
        annotations.find((one) => one.id === id)?.attribution.at(-1) ?? 'nobody'
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
          relations
            .filter(({ from, to }) => inSight.has(from) || inSight.has(to))
            .map(({ from, to }) => `${speakerAt(from)} ${speakerAt(to)}`),
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
