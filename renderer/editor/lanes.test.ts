import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { compareAnnotations, type Annotation } from '../../shared/model/annotation.ts'
import { arbitraryAnnotation } from '../../shared/model/arbitrary-change.ts'
import { arbitrarySpans } from '../../shared/text/arbitrary-span.ts'
import { assignLanes, type Piece } from './lanes.ts'
import { indexSpans } from './span-index.ts'

const annotations: fc.Arbitrary<readonly Annotation[]> = fc
  .array(
    fc
      .tuple(arbitraryAnnotation, arbitrarySpans)
      .map(([annotation, spans]) => ({ ...annotation, spans })),
    { maxLength: 25 },
  )
  .map((list) => list.toSorted(compareAnnotations))

const meet = (one: Piece, other: Piece): boolean => one.start < other.end && other.start < one.end

describe('lanes', () => {
  test('no two annotations that share a character share a lane', () => {
    fc.assert(
      fc.property(annotations, (list) => {
        const pieces = assignLanes(list)
        const clashes = pieces.filter((one) =>
          pieces.some(
            (other) =>
              one.annotation !== other.annotation && one.lane === other.lane && meet(one, other),
          ),
        )
        expect(clashes).toEqual([])
      }),
    )
  })

  test('every span of every annotation is painted once, all of one annotation in one lane', () => {
    fc.assert(
      fc.property(annotations, (list) => {
        const pieces = assignLanes(list)
        expect(pieces.map(({ start, end }) => ({ start, end }))).toEqual(
          list.flatMap(({ spans }) => spans),
        )
        for (const annotation of list) {
          const lanes = pieces.filter((piece) => piece.annotation === annotation)
          expect(new Set(lanes.map(({ lane }) => lane)).size).toBe(1)
        }
      }),
    )
  })

  test('what stands alone is nearest to the text', () => {
    fc.assert(
      fc.property(arbitraryAnnotation, (annotation) => {
        expect(assignLanes([annotation]).every(({ lane }) => lane === 0)).toBe(true)
      }),
    )
  })
})

describe('the index of pieces', () => {
  test('finds by stretch and by caret what a walk through all pieces finds', () => {
    fc.assert(
      fc.property(annotations, fc.nat({ max: 200 }), fc.nat({ max: 40 }), (list, start, length) => {
        const pieces = assignLanes(list)
        const index = indexSpans(pieces)
        const span = { start, end: start + length + 1 }
        expect(index.within(span)).toEqual(
          pieces.filter((piece) => piece.start < span.end && span.start < piece.end),
        )
        expect(index.at(start)).toEqual(
          pieces.filter((piece) => piece.start <= start && start <= piece.end),
        )
      }),
    )
  })
})
