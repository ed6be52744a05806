import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitrarySpans } from '../../../shared/text/arbitrary-span.ts'
import type { Span } from '../../../shared/text/span.ts'
import { apart, holdBetween, holdIn, wantedIn, type TextMatches } from './text-matches.ts'

const arbitraryMatches: fc.Arbitrary<TextMatches> = fc.array(
  fc.array(fc.record({ negated: fc.boolean(), spans: arbitrarySpans }), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 3 },
)

function contains({ start, end }: Span, inner: Span): boolean {
  return inner.start >= start && inner.end <= end
}

test('property: what is wanted of several words is all of it, in order and apart', () => {
  fc.assert(
    fc.property(arbitraryMatches, (matches) => {
      const all = matches.flat().flatMap(({ negated, spans }) => (negated ? [] : spans))
      expect(wantedIn(matches, null)).toEqual(apart(all))
    }),
  )
})

test('property: words hold in a stretch where looking at each of them says so', () => {
  fc.assert(
    fc.property(arbitraryMatches, arbitrarySpans, (matches, within) => {
      const hold = (stretches: readonly Span[]) =>
        matches.every((wishes) =>
          wishes.some(
            ({ negated, spans }) =>
              spans.some((span) => stretches.some((one) => contains(one, span))) !== negated,
          ),
        )
      expect(holdIn(matches, within)).toBe(hold(within))
      for (const one of within) {
        expect(holdBetween(matches, one.start, one.end)).toBe(hold([one]))
      }
    }),
  )
})
