import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { labelSchema } from './label.ts'
import { wordIdFor } from './word-id.ts'

describe('wordIdFor', () => {
  it.each([
    ['Press release', 'press-release'],
    ['  Démenti (officiel)! ', 'démenti-officiel'],
    ['Опровержение', 'опровержение'],
    ['否定', '否定'],
    ['№ 5', 'no-5'],
    ['…', 'label'],
  ])('makes a word of %j', (name, id) => {
    expect(wordIdFor(name, new Set(), 'label')).toBe(id)
  })

  it('counts on where the word is taken', () => {
    expect(wordIdFor('Claim', new Set(['claim', 'claim-2']), 'label')).toBe('claim-3')
  })

  it('gives a lawful id of its own for any name', () => {
    const names = fc.array(fc.string({ unit: 'grapheme', maxLength: 90 }), { maxLength: 8 })
    fc.assert(
      fc.property(names, (given) => {
        const taken = new Set<string>()
        for (const name of given) {
          const id = wordIdFor(name, taken, 'label')
          expect(taken.has(id)).toBe(false)
          expect(labelSchema.unwrap().shape.id.safeParse(id).success).toBe(true)
          taken.add(id)
        }
      }),
    )
  })
})
