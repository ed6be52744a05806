import Flatbush from 'flatbush'

import type { Span } from '../../shared/text/span.ts'

/** Finds spans by place, also such as overlap. Built once for each set of them; a query costs the logarithm of it. */
export type SpanIndex<Placed extends Span> = {
  /** Those that share at least one character with the span, in the order given. */
  readonly within: (span: Span) => readonly Placed[]
  /** Those that a caret at `offset` touches, edges included, in the order given. */
  readonly at: (offset: number) => readonly Placed[]
}

export function indexSpans<Placed extends Span>(spans: readonly Placed[]): SpanIndex<Placed> {
  if (spans.length === 0) return { within: () => [], at: () => [] }
  const tree = new Flatbush(spans.length)
  for (const { start, end } of spans) tree.add(start, 0, end, 0)
  tree.finish()
  const search = (from: number, to: number): readonly Placed[] =>
    tree
      .search(from, 0, to, 0)
      .toSorted((one, other) => one - other)
      .flatMap((rank) => spans[rank] ?? [])
  return {
    within: ({ start, end }) =>
      search(start, end).filter((span) => span.start < end && start < span.end),
    at: (offset) => search(offset, offset),
  }
}
