import * as fc from 'fast-check'

import { compareAnnotations, type Annotation } from '../../shared/model/annotation.ts'
import type { Attribute, AttributeValue, AttributeValues } from '../../shared/model/attribute.ts'
import { documentStatuses, type Document } from '../../shared/model/document.ts'
import type { Relation } from '../../shared/model/relation.ts'
import { arbitrarySpansIn } from '../../shared/text/arbitrary-span.ts'
import { arbitraryText } from '../../shared/text/arbitrary-text.ts'
import { quoteOf, type Spans } from '../../shared/text/span.ts'
import {
  arbitraryVocabulary,
  idAt,
  words,
  type ArbitraryVocabulary,
} from './arbitrary-vocabulary.ts'
import type { Dataset } from './comparable-dataset.fixture.ts'
import { datasetDocument, datasetHead } from './exporters/dataset.ts'
import { sha256Of } from './sha256.ts'

const names = fc.constantFrom(
  'KCNA',
  'Lidia Osokina',
  'A senior official',
  'المتحدث',
  "O'Neil, Ann",
  'Ю. К.',
)
const times = fc.constantFrom(
  '2024-02-29T23:59:59.999Z',
  '2026-01-01T00:00:00.000Z',
  '1999-12-31T12:00:00.000Z',
)
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null })

const attributesOf = (attributes: readonly Attribute[]): fc.Arbitrary<AttributeValues> =>
  fc
    .record(
      Object.fromEntries(attributes.map((attribute) => [attribute.id, maybe(valueOf(attribute))])),
    )
    .map((values) =>
      Object.fromEntries(
        Object.entries(values).flatMap(([id, value]) => (value === null ? [] : [[id, value]])),
      ),
    )

function valueOf(attribute: Attribute): fc.Arbitrary<AttributeValue> {
  switch (attribute.kind) {
    case 'choice':
      return fc.constantFrom(...attribute.options)
    case 'multipleChoice':
      return fc.subarray([...attribute.options], { minLength: 1 })
    case 'yesNo':
      return fc.boolean()
    case 'number':
      return fc.constantFrom(0, 1, -3.5)
    case 'text':
      return words
  }
}

type Drawn = Omit<Annotation, 'id' | 'documentId'>

/** Any spans: alone, nested, crossing, touching, the same again, in several pieces. */
function drawnIn(
  text: string,
  { labels, speakers }: ArbitraryVocabulary,
): fc.Arbitrary<readonly Drawn[]> {
  const one = fc
    .tuple(arbitrarySpansIn(text), fc.constantFrom(...labels))
    .chain(([spans, label]): fc.Arbitrary<Drawn> => {
      const lawful: Spans = spans ?? [{ start: text.length - 1, end: text.length }]
      return fc.record({
        label: fc.constant(label.id),
        spans: fc.constant(lawful),
        quote: fc.constant(quoteOf(text, lawful)),
        attribution: fc.uniqueArray(fc.constantFrom(...speakers.map(({ id }) => id)), {
          maxLength: 2,
        }),
        attributes: attributesOf(label.attributes),
        note: maybe(words),
        annotator: names,
        createdAt: times,
        updatedAt: times,
      })
    })
  return fc.array(one, { maxLength: 5 }).chain((drawn) =>
    // Some of them twice.
    fc.subarray(drawn).map((again) => [...drawn, ...again.slice(0, 1)]),
  )
}

const metadata = fc.record({
  source: maybe(names),
  author: maybe(names),
  date: maybe(fc.constantFrom('2024-06-19', '2024-06-19T10:00:00Z')),
  url: maybe(fc.constant('https://news.example/a?b=1&c=2')),
  language: maybe(fc.constantFrom('en', 'ru', 'ar')),
  direction: maybe(fc.constantFrom('ltr' as const, 'rtl' as const)),
  status: fc.constantFrom(...documentStatuses),
  assignee: maybe(names),
  tags: fc.uniqueArray(names, { maxLength: 2 }),
  metadata: fc.dictionary(fc.constantFrom('section', 'page no.', 'Ключ'), words, {
    maxKeys: 2,
    noNullPrototype: true,
  }),
})

/** Any project that is written: up to three documents of arbitrary text, with annotations and relations. */
export const arbitraryDataset: fc.Arbitrary<Dataset> = arbitraryVocabulary.chain((vocabulary) =>
  fc
    .array(
      arbitraryText.chain((before) => {
        // Ends in a letter, so that there is something to tag, and no joiner joins what comes after it.
        const text = `${before}word`
        const drawn = drawnIn(text, vocabulary)
        return fc.record({ text: fc.constant(text), title: words, drawn, metadata })
      }),
      { minLength: 1, maxLength: 3 },
    )
    .chain((drawn) => {
      const { relationTypes } = vocabulary
      const total = drawn.reduce((sum, { drawn: { length } }) => sum + length, 0)
      const end = fc.nat({ max: Math.max(0, total - 1) })
      const link = fc.record({
        type: fc.constantFrom('', ...relationTypes.map(({ id }) => id)),
        from: end,
        to: end,
      })
      const links = total === 0 ? fc.constant([]) : fc.array(link, { maxLength: 4 })
      return links.map((every) => ({ drawn, links: every.filter(({ type }) => type !== '') }))
    })
    .map(({ drawn, links }) => assemble(vocabulary, drawn, links)),
)

type DrawnDocument = {
  readonly text: string
  readonly title: string
  readonly drawn: readonly Drawn[]
  readonly metadata: Pick<
    Document,
    | 'source'
    | 'author'
    | 'date'
    | 'url'
    | 'language'
    | 'direction'
    | 'status'
    | 'assignee'
    | 'tags'
    | 'metadata'
  >
}

function assemble(
  { labels, relationTypes, speakers }: ArbitraryVocabulary,
  drawn: readonly DrawnDocument[],
  links: readonly { readonly type: string; readonly from: number; readonly to: number }[],
): Dataset {
  const head = datasetHead({
    projectName: 'Any',
    labels,
    relationTypes,
    speakers,
  })
  const speakerNames = new Map(speakers.map(({ id, name }) => [id, name]))
  const home = new Map<string, string>()
  let count = 0
  const documents = drawn.map(({ text, title, metadata: own, drawn: things }, index) => {
    const document: Document = {
      id: idAt(1, index),
      title: title.replaceAll(/\s+/g, ' ').trim(),
      ...own,
      sha256: sha256Of(text),
      length: text.length,
      words: 0,
      provenance: {
        fileName: `${index}.txt`,
        format: 'text',
        encoding: 'utf-8',
        byteOrderMark: false,
        byteLength: 12,
        sha256: 'ab'.repeat(32),
        lineEnds: [],
        importedAt: '2026-01-01T00:00:00.000Z',
      },
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
    }
    const annotations = things.map((each): Annotation => {
      const id = idAt(2, count)
      count += 1
      home.set(id, document.id)
      return { ...each, id, documentId: document.id }
    })
    return { document, text, annotations: annotations.toSorted(compareAnnotations) }
  })
  const relations = links.map(({ type, from, to }, index): Relation => ({
    id: idAt(3, index),
    type,
    from: idAt(2, from),
    to: idAt(2, to),
  }))
  return {
    head,
    documents: documents.map(({ document, text, annotations }) => ({
      document: datasetDocument(document, text, { annotations, suggestions: [] }, speakerNames),
      relations: relations
        .filter(({ from }) => home.get(from) === document.id)
        .map((relation) => {
          const far = home.get(relation.to) ?? null
          return { ...relation, far: far === document.id ? null : far }
        }),
    })),
    relations,
  }
}
