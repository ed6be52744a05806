import type { Annotation } from '../../shared/model/annotation.ts'
import { attributeValueText, valueOfAttribute } from '../../shared/model/attribute.ts'
import { missingIn } from '../../shared/model/completeness.ts'
import type { Label } from '../../shared/model/label.ts'
import type { Speaker } from '../../shared/model/speaker.ts'
import { foldForSearch, searchWords } from '../../shared/text/folding.ts'

/** Which annotations of the document the list shows, and in which order. A `null` lets everything through. */
export type ListView = {
  /** Words that quote, note and names of speakers together must hold, whatever their case; none lets everything through. */
  readonly query: string
  /** Id of a label. */
  readonly label: string | null
  /** Id of a speaker anywhere in the chain; `none` for annotations without any. */
  readonly speaker: string | null
  /** Id of an attribute of some label, and a value of it in words; `value` is `null` for any value. */
  readonly attribute: { readonly id: string; readonly value: string | null } | null
  readonly annotator: string | null
  readonly withNote: boolean
  /** Only those that lack something their label requires. */
  readonly incomplete: boolean
  readonly order: 'place' | 'newest' | 'changed'
}

export const plainListView: ListView = {
  query: '',
  label: null,
  speaker: null,
  attribute: null,
  annotator: null,
  withNote: false,
  incomplete: false,
  order: 'place',
}

/** Stands for “no speaker” among the ids of speakers. */
export const noSpeaker = 'none'

/** Whether anything is kept back. */
export function isFiltered(view: ListView): boolean {
  return (
    view.query.trim() !== '' ||
    view.label !== null ||
    view.speaker !== null ||
    view.attribute !== null ||
    view.annotator !== null ||
    view.withNote ||
    view.incomplete
  )
}

/** What annotations refer to by id. */
type Registers = { readonly labels: readonly Label[]; readonly speakers: readonly Speaker[] }

/** The annotations that a view shows, in its order. `annotations` come in reading order; without filters they are the same list. */
export function viewAnnotations(
  annotations: readonly Annotation[],
  view: ListView,
  { labels, speakers }: Registers,
): readonly Annotation[] {
  const labelOf = new Map(labels.map((label) => [label.id, label]))
  const isFound = finderOf(view.query, speakers)
  const shown = isFiltered(view)
    ? annotations.filter(
        (annotation) =>
          passes(annotation, view, labelOf.get(annotation.label)) && isFound(annotation),
      )
    : annotations
  switch (view.order) {
    case 'place':
      return shown
    case 'newest':
      return shown.toSorted((one, other) => descending(one.createdAt, other.createdAt))
    case 'changed':
      return shown.toSorted((one, other) => descending(one.updatedAt, other.updatedAt))
  }
}

function passes(annotation: Annotation, view: ListView, label: Label | undefined): boolean {
  return (
    (view.label === null || annotation.label === view.label) &&
    (view.speaker === null || hasSpeaker(annotation, view.speaker)) &&
    (view.attribute === null || hasAttribute(annotation, view.attribute)) &&
    (view.annotator === null || annotation.annotator === view.annotator) &&
    (!view.withNote || annotation.note !== null) &&
    (!view.incomplete || missingIn(annotation, label).length > 0)
  )
}

/** Speakers are known by their other names too. */
function finderOf(
  query: string,
  speakers: readonly Speaker[],
): (annotation: Annotation) => boolean {
  const words = searchWords(query)
  if (words.length === 0) return () => true
  const namesOf = new Map(
    speakers.map(({ id, name, aliases }) => [id, foldForSearch([name, ...aliases].join('\n'))]),
  )
  return (annotation) => {
    const own = ownWords(annotation)
    return words.every(
      (word) =>
        own.includes(word) ||
        annotation.attribution.some((id) => namesOf.get(id)?.includes(word) === true),
    )
  }
}

/** Thousands are searched at every key press, and few of them change between two. */
const folded = new WeakMap<Annotation, string>()

function ownWords(annotation: Annotation): string {
  const known = folded.get(annotation)
  if (known !== undefined) return known
  const words = foldForSearch([annotation.quote, annotation.note ?? ''].join('\n'))
  folded.set(annotation, words)
  return words
}

function hasSpeaker({ attribution }: Annotation, speaker: string): boolean {
  return speaker === noSpeaker ? attribution.length === 0 : attribution.includes(speaker)
}

function hasAttribute(
  { attributes }: Annotation,
  { id, value }: { readonly id: string; readonly value: string | null },
): boolean {
  const own = valueOfAttribute(attributes, id)
  if (own === undefined) return false
  if (value === null) return true
  return typeof own === 'object' ? own.includes(value) : attributeValueText(own) === value
}

/** ISO times sort as text. */
function descending(one: string, other: string): number {
  return one < other ? 1 : one > other ? -1 : 0
}
