import { describe, expect, it } from 'vitest'

import { foldForSearch, searchWords } from './folding.ts'

describe('foldForSearch', () => {
  it('takes case and accents for nothing, composed or not', () => {
    for (const written of ['Élysée', 'ÉLYSÉE', 'E\u0301lyse\u0301e', ' elysee ']) {
      expect(foldForSearch(written)).toBe('elysee')
    }
  })
})

describe('searchWords', () => {
  it('gives the folded words between any white space', () => {
    expect(searchWords('  Kim\u00a0Jong\tUn ')).toEqual(['kim', 'jong', 'un'])
    expect(searchWords(' \n')).toEqual([])
  })
})
