import * as fc from 'fast-check'

import type { Attribute } from '../../shared/model/attribute.ts'
import { defaultLabels } from '../../shared/model/default-labels.ts'
import type { Label } from '../../shared/model/label.ts'
import { defaultRelationTypes, type RelationType } from '../../shared/model/relation-type.ts'
import type { Speaker } from '../../shared/model/speaker.ts'

/** What the annotations and relations of an arbitrary project can say, and who can have said it. */
export type ArbitraryVocabulary = {
  readonly labels: readonly Label[]
  readonly relationTypes: readonly RelationType[]
  readonly speakers: readonly Speaker[]
}

/** Words that are something else to one format or another. */
export const words = fc.constantFrom(
  'note',
  'a b',
  'naïve “x”',
  'он сказал',
  '漢字',
  'say 👩🏽‍🚀',
  'x=1;y|z',
  'tab\there',
  'two\nlines',
  '<b>&amp;',
  '\\n "q"',
  '=1+1',
)
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null })

/** A UUID of version 7 that comes after those with lower numbers. */
export function idAt(kind: number, index: number): string {
  const place = (kind * 100_000 + index).toString(16).padStart(12, '0')
  return `${place.slice(0, 8)}-${place.slice(8)}-7000-8000-000000000000`
}

const attributeId = fc.constantFrom(
  'kind',
  'Spec',
  'x.y',
  '2nd',
  'Уверенность',
  'a-b_c',
  'start',
  'note',
)
const shared = { id: attributeId, name: words, required: fc.boolean() }

const attribute: fc.Arbitrary<Attribute> = fc.oneof(
  fc.record({
    ...shared,
    kind: fc.constantFrom('choice', 'multipleChoice'),
    options: fc.uniqueArray(words, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ ...shared, kind: fc.constantFrom('yesNo', 'number', 'text') }),
)

/** A label that a project has added. */
const ownLabel = fc.record({
  id: fc.constantFrom('leak', 'Слух', '漢字', 'a.b-c_d', '5W', 'text', 'O', 'constructor'),
  name: words,
  color: fc.constantFrom('#000000', '#c2570c', '#a1b2c3'),
  key: maybe(fc.constantFrom('5', 'я', '"', '\\', ',')),
  description: fc.oneof(fc.constant(''), words),
  guideline: fc.oneof(fc.constant(''), words),
  attributes: fc.uniqueArray(attribute, { selector: ({ id }) => id, maxLength: 3 }),
  speaker: maybe(fc.record({ title: words, required: fc.boolean() })),
  archived: fc.boolean(),
})

/** Usual labels, some with attributes of the project’s own, and others. */
const labels: fc.Arbitrary<readonly Label[]> = fc
  .record({
    usual: fc.subarray([...defaultLabels]),
    more: fc.uniqueArray(attribute, { selector: ({ id }) => id, maxLength: 2 }),
    own: fc.uniqueArray(ownLabel, { selector: ({ id }) => id, minLength: 1, maxLength: 3 }),
    ownFirst: fc.boolean(),
  })
  .map(({ usual, more, own, ownFirst }) => {
    const extended = usual.map((label) => {
      const added = more.filter(({ id }) => label.attributes.every((known) => known.id !== id))
      return { ...label, attributes: [...label.attributes, ...added] }
    })
    const all = ownFirst ? [...own, ...extended] : [...extended, ...own]
    return withOwnKeys(all).map((label, position) => ({ ...label, position }))
  })

/** A key is that of one label. */
function withOwnKeys<Keyed extends { readonly key: string | null }>(
  all: readonly Keyed[],
): readonly Keyed[] {
  return all.map((label, index) =>
    all.slice(0, index).some(({ key }) => key === label.key) ? { ...label, key: null } : label,
  )
}

const relationTypes = (known: readonly Label[]): fc.Arbitrary<readonly RelationType[]> => {
  const ends = fc.subarray(known.map(({ id }) => id))
  const own = fc.record({
    id: fc.constantFrom('refers to', 'is “like”', '=x', 'Причина', 'from'),
    name: words,
    description: fc.oneof(fc.constant(''), words),
    from: ends,
    to: ends,
  })
  return fc
    .tuple(
      fc.subarray([...defaultRelationTypes]),
      fc.uniqueArray(own, { selector: ({ id }) => id, maxLength: 2 }),
    )
    .map(([usual, added]) => {
      const ids = new Set(known.map(({ id }) => id))
      const lawful = (list: readonly string[]) => list.filter((id) => ids.has(id))
      return [...usual, ...added].map((type, position) => ({
        ...type,
        from: lawful(type.from),
        to: lawful(type.to),
        position,
      }))
    })
}

const speakerNames = ['KCNA', 'Lidia Osokina', 'المتحدث', "O'Neil, Ann"] as const

const speakers: fc.Arbitrary<readonly Speaker[]> = fc
  .tuple(
    ...speakerNames.map((name, index) =>
      fc.record({
        id: fc.constant(idAt(9, index)),
        name: fc.constant<string>(name),
        aliases: fc.subarray([`${name} II`, `the ${name}`, `“${name}”`]),
        role: maybe(words),
        organisation: maybe(words),
        anonymous: fc.boolean(),
      }),
    ),
  )
  .map((all): readonly Speaker[] => all)

const ownTagSet = labels.chain((known) =>
  fc.record({ labels: fc.constant(known), relationTypes: relationTypes(known) }),
)

/** The usual tag set, or one that a project made of it. */
export const arbitraryVocabulary: fc.Arbitrary<ArbitraryVocabulary> = fc
  .tuple(
    fc.oneof(fc.constant({ labels: defaultLabels, relationTypes: defaultRelationTypes }), {
      weight: 2,
      arbitrary: ownTagSet,
    }),
    speakers,
  )
  .map(([tagSet, known]) => ({ ...tagSet, speakers: known }))
