import Flatbush from 'flatbush'

import type { Span } from '../../shared/text/span.ts'
import type { Piece } from './lanes.ts'

/** Finds pieces by place. Built once for each set of annotations; a query costs the logarithm of it. */
export type PieceIndex = {
  /** Pieces that share at least one character with the span, in reading order. */
  readonly within: (span: Span) => readonly Piece[]
  /** Pieces that a caret at `offset` touches, edges included, in reading order. */
  readonly at: (offset: number) => readonly Piece[]
}

export function indexPieces(pieces: readonly Piece[]): PieceIndex {
  if (pieces.length === 0) return { within: () => [], at: () => [] }
  const tree = new Flatbush(pieces.length)
  for (const piece of pieces) tree.add(piece.start, piece.lane, piece.end, piece.lane)
  tree.finish()
  const search = (from: number, to: number): readonly Piece[] =>
    tree
      .search(from, 0, to, Infinity)
      .toSorted((one, other) => one - other)
      .flatMap((rank) => pieces[rank] ?? [])
  return {
    within: ({ start, end }) =>
      search(start, end).filter((piece) => piece.start < end && start < piece.end),
    at: (offset) => search(offset, offset),
  }
}
