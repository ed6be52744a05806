import { extentOf, type Span } from '../../../../../shared/text/span.ts'
import type { DatasetAnnotation, DatasetDocument, DatasetHead } from '../../dataset.ts'
import type { ExportOptions } from '../../export-format.ts'
import { withoutOverlaps, type Chosen } from './overlaps.ts'
import type { Token } from './tokens.ts'

/** A column of tags, and which annotations it can hold. */
export type Column = { readonly name: string; readonly holds: (label: string) => boolean }

/** One column for all labels, or one for each. */
export function columnsOf(
  { labels }: Pick<DatasetHead, 'labels'>,
  { overlaps }: ExportOptions,
): readonly Column[] {
  return overlaps === 'separate-columns'
    ? labels.map(({ id }) => ({ name: id, holds: (label) => label === id }))
    : [{ name: 'LABEL', holds: () => true }]
}

/** What each column holds of a document. Annotations in several pieces are in none. */
export function chooseFor(
  columns: readonly Column[],
  { annotations, text }: DatasetDocument,
  { overlaps }: ExportOptions,
): readonly Chosen[] {
  const whole = annotations.filter(({ spans }) => spans.length === 1)
  const policy = overlaps === 'first' ? 'first' : 'longest'
  return columns.map(({ holds }) =>
    withoutOverlaps(
      whole.filter(({ label }) => holds(label)),
      policy,
      text.length,
    ),
  )
}

/** Tags tokens in their order: `B-` for the first token of an annotation, `I-` for the others, `O` outside (IOB2). */
export function tagger(kept: readonly DatasetAnnotation[]): (token: Token) => string {
  let next = 0
  return ({ start }) => {
    while (next < kept.length && extent(kept[next]).end <= start) next += 1
    const annotation = kept[next]
    const { start: from } = extent(annotation)
    if (annotation === undefined || start < from) return 'O'
    return `${start === from ? 'B' : 'I'}-${annotation.label}`
  }
}

function extent(annotation: DatasetAnnotation | undefined): Span {
  return extentOf(annotation?.spans ?? [])
}
