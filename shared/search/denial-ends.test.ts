import { expect, test } from 'vitest'

import { denialEndsOf, denialValue } from './denial-ends.ts'

test('either end of a denial may be left out, but not both', () => {
  expect(denialEndsOf('Kim')).toEqual({ denier: null, denied: 'Kim' })
  expect(denialEndsOf(' Lee  > Kim Jong ')).toEqual({ denier: 'Lee', denied: 'Kim Jong' })
  expect(denialEndsOf('Lee>')).toEqual({ denier: 'Lee', denied: null })
  expect(denialEndsOf('> Kim')).toEqual({ denier: null, denied: 'Kim' })
  expect(denialEndsOf(' > ')).toBeNull()
  expect(denialEndsOf('')).toBeNull()
})

test('a speaker with an arrow in the name goes by the id', () => {
  const kim = { id: 'id-of-kim', name: 'Kim' }
  const wire = { id: 'id-of-wire', name: 'Wire > Desk' }
  expect(denialEndsOf(denialValue(wire, kim))).toEqual({ denier: wire.id, denied: 'Kim' })
  expect(denialEndsOf(denialValue(kim, wire))).toEqual({ denier: 'Kim', denied: wire.id })
})
