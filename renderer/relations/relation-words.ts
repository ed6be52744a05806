import type { Annotation } from '../../shared/model/annotation.ts'
import { labelName, type Label } from '../../shared/model/label.ts'
import type { RelationType } from '../../shared/model/relation-type.ts'
import { excerptOf } from '../../shared/text/excerpt.ts'
import type { RelationOffer } from './relation-offers.ts'

/** The relation types of a new project, read from their other end. */
const inverses: Readonly<Record<string, string>> = {
  denies: 'is denied by',
  supports: 'is supported by',
  repeats: 'is repeated by',
  'responds to': 'is answered by',
}

/** How a relation reads from one of its ends: `denies`, `is denied by`. The project's own words are turned round as they are. */
export function readFrom(name: string, end: RelationOffer['end']): string {
  return end === 'from' ? name : (inverses[name] ?? `… ${name} this`)
}

/** How an offer reads from the annotation it is made to. */
export function offerName({ type, end }: RelationOffer): string {
  return readFrom(type.name, end)
}

/** The name of a relation's type; its id where the tag set has it no longer. */
export function typeName(types: readonly RelationType[], id: string): string {
  return types.find((type) => type.id === id)?.name ?? id
}

/** An annotation in a few words: `Claim “the bridge is safe”`. A quote that has its own quotation marks gets no others. */
export function annotationWords(
  labels: readonly Label[],
  { label, quote }: Pick<Annotation, 'label' | 'quote'>,
): string {
  const name = labelName(labels, label)
  const excerpt = excerptOf(quote)
  return /^["“”«‹„‘‚']/u.test(excerpt) ? `${name} ${excerpt}` : `${name} “${excerpt}”`
}

/** A relation as a sentence: `Denial “that is false” denies claim “the bridge is safe”.` */
export function relationSentence(
  labels: readonly Label[],
  name: string,
  from: Annotation,
  to: Annotation,
): string {
  const object = annotationWords(labels, to)
  return `${annotationWords(labels, from)} ${name} ${object.charAt(0).toLocaleLowerCase()}${object.slice(1)}.`
}
