import * as fc from 'fast-check'

import { arbitrarySpansIn } from '../text/arbitrary-span.ts'
import { arbitraryText } from '../text/arbitrary-text.ts'
import { quoteOf, type Spans } from '../text/span.ts'
import type { Annotation } from './annotation.ts'
import type { Attribute } from './attribute.ts'
import type { Change } from './change.ts'
import { defaultLabels } from './default-labels.ts'
import { documentStatuses, type Document } from './document.ts'
import type { Label } from './label.ts'
import type { Project } from './project.ts'
import type { RelationType } from './relation-type.ts'
import type { Relation } from './relation.ts'
import type { Speaker } from './speaker.ts'
import { suggestionReasonSchema, type Suggestion } from './suggestion.ts'

const arbitraryId: fc.Arbitrary<string> = fc.uuid({ version: 7 })

const time = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/)
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
/** Any name of a field but the one that objects have a meaning of their own for. */
const key = name.filter((given) => given !== '__proto__')
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(arbitrary, { nil: null })

/** A text and lawful spans of it. */
export const arbitrarySpannedText: fc.Arbitrary<{ readonly text: string; readonly spans: Spans }> =
  arbitraryText.chain((before) => {
    const text = `${before}word`
    return arbitrarySpansIn(text).map((spans) => ({
      text,
      spans: spans ?? [{ start: text.length - 1, end: text.length }],
    }))
  })

export const arbitraryAnnotation: fc.Arbitrary<Annotation> = arbitrarySpannedText.chain(
  ({ text, spans }) =>
    fc.record({
      id: arbitraryId,
      documentId: arbitraryId,
      label: fc.constantFrom(...defaultLabels.map(({ id }) => id)),
      spans: fc.constant(spans),
      quote: fc.constant(quoteOf(text, spans)),
      attribution: fc.uniqueArray(arbitraryId, { maxLength: 3 }),
      attributes: fc.dictionary(
        key,
        fc.oneof(
          fc.boolean(),
          name,
          fc.array(name),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
        ),
        { maxKeys: 3, noNullPrototype: true },
      ),
      note: maybe(name),
      annotator: name,
      createdAt: time,
      updatedAt: time,
    }),
)

export const arbitraryRelation: fc.Arbitrary<Relation> = fc.record({
  id: arbitraryId,
  type: fc.constantFrom('denies', 'supports', 'repeats', 'responds to'),
  from: arbitraryId,
  to: arbitraryId,
})

const word = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,9}$/u)
const trimmedName = name.map((given) => given.trim()).filter((given) => given !== '')
const options = fc.uniqueArray(name, { minLength: 1, maxLength: 3 })

export const arbitraryAttribute: fc.Arbitrary<Attribute> = fc.oneof(
  fc.record({
    id: word,
    name,
    required: fc.boolean(),
    kind: fc.constantFrom('choice', 'multipleChoice'),
    options,
  }),
  fc.record({
    id: word,
    name,
    required: fc.boolean(),
    kind: fc.constantFrom('yesNo', 'number', 'text'),
  }),
)

export const arbitraryLabel: fc.Arbitrary<Label> = fc.record({
  id: word,
  name,
  color: fc.stringMatching(/^#[0-9a-f]{6}$/),
  key: maybe(fc.constantFrom('1', '9', 'ф')),
  description: fc.string(),
  guideline: fc.string(),
  attributes: fc.uniqueArray(arbitraryAttribute, { selector: ({ id }) => id, maxLength: 3 }),
  speaker: maybe(fc.record({ title: name, required: fc.boolean() })),
  archived: fc.boolean(),
  position: fc.nat(),
})

export const arbitraryRelationType: fc.Arbitrary<RelationType> = fc.record({
  id: name,
  name,
  description: fc.string(),
  from: fc.array(word, { maxLength: 3 }),
  to: fc.array(word, { maxLength: 3 }),
  position: fc.nat(),
})

export const arbitrarySpeaker: fc.Arbitrary<Speaker> = fc.record({
  id: arbitraryId,
  name: trimmedName,
  aliases: fc.array(trimmedName, { maxLength: 3 }),
  role: maybe(name),
  organisation: maybe(name),
  anonymous: fc.boolean(),
})

export const arbitrarySuggestion: fc.Arbitrary<Suggestion> = arbitrarySpannedText.chain(
  ({ text, spans }) =>
    fc.record({
      id: arbitraryId,
      documentId: arbitraryId,
      label: word,
      reason: fc.constantFrom(...suggestionReasonSchema.options),
      expected: maybe(fc.constant(quoteOf(text, spans))),
      found: maybe(name),
      proposal: maybe(fc.constant(spans)),
      score: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
      origin: name,
      attribution: fc.uniqueArray(arbitraryId, { maxLength: 2 }),
      attributes: fc.dictionary(key, name, { maxKeys: 2, noNullPrototype: true }),
      note: maybe(name),
      annotator: name,
      relations: fc.array(arbitraryRelation, { maxLength: 2 }),
      createdAt: time,
      updatedAt: time,
    }),
)

const project: fc.Arbitrary<Project> = fc.record({
  id: arbitraryId,
  name,
  createdAt: time,
  searches: fc.array(fc.record({ id: arbitraryId, name: trimmedName, query: name }), {
    maxLength: 2,
  }),
})

const document: fc.Arbitrary<Document> = fc.record({
  id: arbitraryId,
  title: name,
  source: maybe(name),
  author: maybe(name),
  date: maybe(name),
  url: maybe(fc.webUrl()),
  language: maybe(fc.constantFrom('en', 'uk', 'ar')),
  direction: maybe(fc.constantFrom('ltr', 'rtl')),
  status: fc.constantFrom(...documentStatuses),
  assignee: maybe(name),
  tags: fc.uniqueArray(trimmedName, { maxLength: 3 }),
  metadata: fc.dictionary(key, name, { maxKeys: 2, noNullPrototype: true }),
  sha256,
  length: fc.integer({ min: 1, max: 1000 }),
  words: fc.nat({ max: 200 }),
  provenance: fc.record({
    fileName: maybe(name),
    format: fc.constantFrom('text', 'markdown'),
    encoding: maybe(fc.constantFrom('utf-8', 'utf-16le', 'windows-1252')),
    byteOrderMark: fc.boolean(),
    byteLength: maybe(fc.nat()),
    sha256: maybe(sha256),
    lineEnds: fc.constant<Document['provenance']['lineEnds']>([
      ['crlf', 2],
      ['lf', 1],
    ]),
    importedAt: time,
  }),
  createdAt: time,
  updatedAt: time,
})

/** Adding, altering or removing one thing of any kind. */
export const arbitraryChange: fc.Arbitrary<Change> = fc.oneof(
  sidesOf(arbitraryAnnotation).map(({ before, after }): Change => ({
    entity: 'annotation',
    before,
    after,
  })),
  sidesOf(arbitraryRelation).map(({ before, after }): Change => ({
    entity: 'relation',
    before,
    after,
  })),
  sidesOf(document).map(({ before, after }): Change => ({ entity: 'document', before, after })),
  sidesOf(arbitraryLabel).map(({ before, after }): Change => ({ entity: 'label', before, after })),
  sidesOf(arbitraryRelationType).map(({ before, after }): Change => ({
    entity: 'relationType',
    before,
    after,
  })),
  sidesOf(arbitrarySpeaker).map(({ before, after }): Change => ({
    entity: 'speaker',
    before,
    after,
  })),
  sidesOf(arbitrarySuggestion).map(({ before, after }): Change => ({
    entity: 'suggestion',
    before,
    after,
  })),
  sidesOf(project).map(({ before, after }): Change => ({ entity: 'project', before, after })),
)

type Sides<Thing> = { readonly before: Thing | null; readonly after: Thing | null }

function sidesOf<Thing extends { readonly id: string }>(
  thing: fc.Arbitrary<Thing>,
): fc.Arbitrary<Sides<Thing>> {
  return fc.oneof(
    thing.map((after) => ({ before: null, after })),
    thing.map((before) => ({ before, after: null })),
    fc
      .tuple(thing, thing)
      .map(([before, other]) => ({ before, after: { ...other, id: before.id } })),
  )
}
