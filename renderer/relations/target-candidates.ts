import type { Annotation } from '../../shared/model/annotation.ts'
import { foldForSearch, searchWords } from '../../shared/text/folding.ts'
import { extentOf, type Span } from '../../shared/text/span.ts'

/** Whether an annotation's quote, label or speakers hold all of the typed words, whatever their case and accents. */
export function createMatcher(
  typed: string,
  wordsOf: (annotation: Annotation) => readonly string[],
): (annotation: Annotation) => boolean {
  const wanted = searchWords(typed)
  return (annotation) => {
    if (wanted.length === 0) return true
    const words = foldForSearch([annotation.quote, ...wordsOf(annotation)].join('\n'))
    return wanted.every((word) => words.includes(word))
  }
}

/** Annotations of one document by how near they are to one of them; of two as near, what comes first in the text. */
export function nearestFirst(
  annotations: readonly Annotation[],
  source: Annotation,
): readonly Annotation[] {
  const here = extentOf(source.spans)
  const distances = new Map(
    annotations.map(({ id, spans }) => [id, distanceBetween(here, extentOf(spans))]),
  )
  return annotations.toSorted(
    (one, other) => (distances.get(one.id) ?? 0) - (distances.get(other.id) ?? 0),
  )
}

/**
 * Annotations by the place of their label in what a relation type may join, as the tag set has it: for `denies` claims
 * come before quotes. Those of one label keep their order, and so do all where any label may be joined.
 */
export function inOrderOfRule(
  annotations: readonly Annotation[],
  labels: readonly string[],
): readonly Annotation[] {
  const places = new Map(labels.map((label, place) => [label, place]))
  const placeOf = ({ label }: Annotation): number => places.get(label) ?? labels.length
  return annotations.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** Characters between two spans, in UTF-16 code units; 0 where they touch or overlap. */
export function distanceBetween(one: Span, other: Span): number {
  return Math.max(0, other.start - one.end, one.start - other.end)
}
