import { countLeading } from '../../../../../shared/text/binary-search.ts'
import { compareSpans, extentOf } from '../../../../../shared/text/span.ts'
import type { DatasetAnnotation } from '../../dataset.ts'

type Dropped = {
  readonly annotation: DatasetAnnotation
  /** One that stays and overlaps it. */
  readonly by: DatasetAnnotation | null
}

export type Chosen = {
  /** In reading order; none overlaps another. */
  readonly kept: readonly DatasetAnnotation[]
  readonly dropped: readonly Dropped[]
}

/**
 * Annotations of which none overlaps another: `longest` takes the longest first and of equally long ones the earlier, `first` goes
 * through them in reading order. `length` is that of the text, in UTF-16 code units.
 */
export function withoutOverlaps(
  annotations: readonly DatasetAnnotation[],
  policy: 'longest' | 'first',
  length: number,
): Chosen {
  const inReadingOrder = annotations.toSorted((one, other) => compareSpans(one.spans, other.spans))
  const kept = policy === 'first' ? firstOf(inReadingOrder) : longestOf(inReadingOrder, length)
  const staying = new Set(kept)
  return {
    kept,
    dropped: annotations
      .filter((annotation) => !staying.has(annotation))
      .map((annotation) => ({ annotation, by: overlapping(kept, annotation) })),
  }
}

function firstOf(inReadingOrder: readonly DatasetAnnotation[]): readonly DatasetAnnotation[] {
  let end = 0
  return inReadingOrder.filter(({ spans }) => {
    const extent = extentOf(spans)
    if (extent.start < end) return false
    end = extent.end
    return true
  })
}

/**
 * All that stay are at least as long as what comes after them, so that none of these lies within one that comes later: it is
 * enough to look at both ends.
 */
function longestOf(
  inReadingOrder: readonly DatasetAnnotation[],
  length: number,
): readonly DatasetAnnotation[] {
  const covered = new Uint8Array(length)
  const lengthOf = ({ spans }: DatasetAnnotation) => extentOf(spans).end - extentOf(spans).start
  const kept = inReadingOrder
    .toSorted((one, other) => lengthOf(other) - lengthOf(one))
    .filter(({ spans }) => {
      const { start, end } = extentOf(spans)
      if (covered[start] === 1 || covered[end - 1] === 1) return false
      covered.fill(1, start, end)
      return true
    })
  return kept.toSorted((one, other) => compareSpans(one.spans, other.spans))
}

function overlapping(
  kept: readonly DatasetAnnotation[],
  { spans }: DatasetAnnotation,
): DatasetAnnotation | null {
  const { end } = extentOf(spans)
  const before = countLeading(kept.length, (rank) => {
    const other = kept[rank]
    return other !== undefined && extentOf(other.spans).start < end
  })
  return kept[before - 1] ?? null
}
