import { t } from '../../shared/language/translate.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { labelName, type Label } from '../../shared/model/label.ts'
import type { RelationType } from '../../shared/model/relation-type.ts'
import { excerptOf } from '../../shared/text/excerpt.ts'
import type { RelationOffer } from './relation-offers.ts'

/** The relation types of a new project, which have words of their own for how they read from their other end. */
const usualNames = new Map<string, 'denies' | 'supports' | 'repeats' | 'respondsTo'>([
  ['denies', 'denies'],
  ['supports', 'supports'],
  ['repeats', 'repeats'],
  ['responds to', 'respondsTo'],
])

/** How a relation reads from one of its ends: `denies`, `is denied by`. The project's own words are turned round as they are. */
export function readFrom(name: string, end: RelationOffer['end']): string {
  if (end === 'from') return name
  const usual = usualNames.get(name)
  return usual === undefined
    ? t('relations:backwards', { relation: name })
    : t(`relations:inverses.${usual}`)
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
  return quotedAs(labelName(labels, label), quote)
}

/** A relation as a sentence: `Denial “that is false” denies claim “the bridge is safe”.` */
export function relationSentence(
  labels: readonly Label[],
  name: string,
  from: Annotation,
  to: Annotation,
): string {
  const label = labelName(labels, to.label)
  return t('relations:sentence', {
    from: annotationWords(labels, from),
    relation: name,
    to: quotedAs(label.charAt(0).toLocaleLowerCase() + label.slice(1), to.quote),
  })
}

function quotedAs(label: string, text: string): string {
  const quote = excerptOf(text)
  const isQuoted = /^["“”«‹„‘‚']/u.test(quote)
  return t(isQuoted ? 'relations:annotationQuoted' : 'relations:annotation', { label, quote })
}
