import type { Annotation } from '../../shared/model/annotation.ts'
import { extentOf, touches } from '../../shared/text/span.ts'

/** The innermost annotation at `offset` (UTF-16 code units) that is allowed; `null` where there is none. */
export function targetAt(
  annotations: readonly Annotation[],
  offset: number,
  allows: (annotation: Annotation) => boolean,
): Annotation | null {
  const here = annotations.filter((one) => touches(one.spans, offset) && allows(one))
  return here.toSorted((one, other) => lengthOf(one) - lengthOf(other))[0] ?? null
}

function lengthOf({ spans }: Annotation): number {
  const { start, end } = extentOf(spans)
  return end - start
}
