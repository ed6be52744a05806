import { expect, test } from 'vitest'

import { annotationAt } from './annotation.fixture.ts'
import { stepTrail } from './relation-trail.ts'

const claim = annotationAt('claim', 'claim')
const first = annotationAt('first', 'denial')
const second = annotationAt('second', 'denial')

test('going on from an end goes to the next end of the annotation that was left, and round', () => {
  const once = stepTrail(null, claim, [first, second])
  const twice = stepTrail(once, first, [claim])
  const thrice = stepTrail(twice, second, [claim])
  expect([once, twice, thrice].map((trail) => trail?.ends[trail.place]?.id)).toEqual([
    'first',
    'second',
    'first',
  ])
  expect(thrice?.origin).toBe(claim)
  expect(thrice?.before).toBeNull()
})

test('where the annotation that was left has one end only, the way leads on from there', () => {
  const once = stepTrail(null, claim, [first])
  const twice = stepTrail(once, first, [second])
  expect(twice?.origin).toBe(first)
  expect(twice?.before).toBe(once)
})

test('after going elsewhere a new way begins', () => {
  const once = stepTrail(null, claim, [first, second])
  expect(stepTrail(once, second, [claim])).toEqual({
    origin: second,
    ends: [claim],
    place: 0,
    before: null,
  })
  expect(stepTrail(null, second, [])).toBeNull()
})
