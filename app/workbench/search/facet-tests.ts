import { z } from 'zod'

import { attributeValueSchema, attributeValueText } from '../../../shared/model/attribute.ts'
import { whoSpeaks } from '../../../shared/model/denial.ts'
import { dateRangeOf, isInRange } from '../../../shared/search/date-range.ts'
import { denialEndsOf } from '../../../shared/search/denial-ends.ts'
import type { AnnotationFacet, DocumentFacet } from '../../../shared/search/query.ts'
import { foldForSearch } from '../../../shared/text/folding.ts'
import type { NamedColumn } from './annotation-columns.ts'
import type { IndexedDocument, ProjectIndex } from './project-index.ts'
import { deniedIn, isDenied, relatedIn } from './related.ts'

/** Whether an annotation, by its place in the columns, is as a facet asks. */
export type AnnotationTest = (annotation: number) => boolean
export type DocumentTest = (document: IndexedDocument) => boolean

/** Holds as long as nothing is added to the index. */
export function annotationTest(
  index: ProjectIndex,
  facet: AnnotationFacet,
  value: string,
): AnnotationTest {
  switch (facet) {
    case 'label': {
      const wanted = namedLike(index.labels(), value)
      return byColumn(index, 'label', (id) => wanted.has(id))
    }
    case 'speaker': {
      const wanted = namedLike(index.speakers(), value)
      return byColumn(index, 'chain', (chain) => chain.split(' ').some((id) => wanted.has(id)))
    }
    case 'relation': {
      const wanted = namedLike(index.relationTypes(), value)
      return byColumn(index, 'related', (entry) =>
        relatedIn(entry).some(({ type }) => wanted.has(type)),
      )
    }
    case 'denies':
      return denialTest(index, value)
    case 'annotator': {
      const wanted = like(index.annotations().dictionary('annotator').values, value)
      return byColumn(index, 'annotator', (annotator) => wanted.has(annotator))
    }
    case 'attribute': {
      const holds = attributeTest(index, value)
      return byColumn(index, 'attributes', holds)
    }
    case 'has':
      return partTest(index, value)
  }
}

/** Looks at each value of a column once. */
function byColumn(
  index: ProjectIndex,
  column: NamedColumn,
  holds: (value: string) => boolean,
): AnnotationTest {
  const columns = index.annotations()
  const held = Uint8Array.from(columns.dictionary(column).values, (value) => (holds(value) ? 1 : 0))
  const numbers = columns.numbers(column)
  return (annotation) => held[numbers[annotation] ?? 0] === 1
}

function partTest(index: ProjectIndex, part: string): AnnotationTest {
  if (part === 'speaker') return byColumn(index, 'chain', (chain) => chain !== '')
  if (part === 'relation') return byColumn(index, 'related', (related) => related !== '')
  if (part === 'attribute') return byColumn(index, 'attributes', (values) => values !== '{}')
  if (part === 'denial') {
    const denial = index.denial()
    return byColumn(index, 'related', (entry) => isDenied(entry, denial))
  }
  const noted = index.annotations().numbers('noted')
  return (annotation) => noted[annotation] === 1
}

function denialTest(index: ProjectIndex, value: string): AnnotationTest {
  const { denier = null, denied = null } = denialEndsOf(value) ?? {}
  const denial = index.denial()
  const wanted = denied === null ? null : namedLike(index.speakers(), denied)
  const denies = byColumn(index, 'related', (entry) =>
    deniedIn(entry, denial).some((id) => wanted === null || (id !== null && wanted.has(id))),
  )
  if (denier === null) return denies
  const deniers = namedLike(index.speakers(), denier)
  const speaks = byColumn(index, 'chain', (chain) => deniers.has(whoSpeaks(chain.split(' ')) ?? ''))
  return (annotation) => denies(annotation) && speaks(annotation)
}

const attributesSchema = z.record(z.string(), attributeValueSchema)

/** The values of an annotation, each with what it is called in a query: `certainty=certain`. */
export function attributePairs(json: string): readonly string[] {
  if (json === '{}') return []
  return Object.entries(attributesSchema.parse(JSON.parse(json))).flatMap(([id, value]) =>
    typeof value === 'object'
      ? value.map((one) => `${id}=${one}`)
      : [`${id}=${attributeValueText(value)}`],
  )
}

/** `certainty=certain`, or `certainty` for any value of it. Attributes go by their id or their name. */
function attributeTest(index: ProjectIndex, value: string): (json: string) => boolean {
  const [name = '', ...rest] = value.split('=')
  const wanted = foldForSearch(name)
  const ids = new Set(
    index
      .labels()
      .flatMap(({ attributes }) =>
        attributes
          .filter((one) => [one.id, one.name].some((word) => foldForSearch(word) === wanted))
          .map(({ id }) => id),
      ),
  )
  const asked = rest.length === 0 ? null : foldForSearch(rest.join('='))
  return (json) =>
    attributePairs(json).some((pair) => {
      const [id = '', ...values] = pair.split('=')
      const isIt = ids.has(id) || foldForSearch(id) === wanted
      return isIt && (asked === null || foldForSearch(values.join('=')) === asked)
    })
}

export function documentTest(
  index: ProjectIndex,
  facet: DocumentFacet,
  value: string,
): DocumentTest {
  switch (facet) {
    case 'source':
    case 'assignee': {
      const wanted = like(
        index.documents().flatMap((one) => one[facet] ?? []),
        value,
      )
      return (one) => wanted.has(one[facet] ?? '')
    }
    case 'tag': {
      const wanted = like(
        index.documents().flatMap(({ tags }) => tags),
        value,
      )
      return ({ tags }) => tags.some((tag) => wanted.has(tag))
    }
    case 'title': {
      const wanted = foldForSearch(value)
      return ({ title }) => foldForSearch(title).includes(wanted)
    }
    case 'status': {
      const wanted = foldForSearch(value).replaceAll(/[\s-]/gu, '')
      return ({ status }) => status.toLowerCase() === wanted
    }
    case 'language': {
      const wanted = value.toLowerCase()
      return ({ language }) =>
        language?.toLowerCase() === wanted ||
        language?.toLowerCase().startsWith(`${wanted}-`) === true
    }
    case 'date': {
      const range = dateRangeOf(value)
      return ({ date }) => range !== null && isInRange(date, range)
    }
    case 'is':
      return ({ from, to }) => to > from === (value === 'tagged')
  }
}

/** Of some values those that are what was typed, whatever its case and accents; where none is, those that contain it. */
function like(values: readonly string[], typed: string): ReadonlySet<string> {
  const distinct = [...new Set(values)]
  return chosen(
    distinct.map((value) => ({ id: value, names: [value] })),
    typed,
  )
}

function namedLike(
  things: readonly {
    readonly id: string
    readonly name: string
    readonly aliases?: readonly string[]
  }[],
  typed: string,
): ReadonlySet<string> {
  return chosen(
    things.map(({ id, name, aliases = [] }) => ({ id, names: [id, name, ...aliases] })),
    typed,
  )
}

function chosen(
  things: readonly { readonly id: string; readonly names: readonly string[] }[],
  typed: string,
): ReadonlySet<string> {
  const wanted = foldForSearch(typed)
  const folded = things.map(({ id, names }) => ({ id, names: names.map(foldForSearch) }))
  const exact = folded.filter(({ names }) => names.includes(wanted))
  const found =
    exact.length > 0
      ? exact
      : folded.filter(({ names }) => names.some((name) => name.includes(wanted)))
  return new Set(found.map(({ id }) => id))
}
