import { describe, expect, it } from 'vitest'

import { defaultLabels } from './default-labels.ts'
import { labelSchema } from './label.ts'

describe('defaultLabels', () => {
  it('are claim, quote, denial and analysis on keys 1 to 4, lawful and in order', () => {
    expect(defaultLabels.map(({ id, key, position }) => [id, key, position])).toEqual([
      ['claim', '1', 0],
      ['quote', '2', 1],
      ['denial', '3', 2],
      ['analysis', '4', 3],
    ])
    expect(defaultLabels.map((label) => labelSchema.parse(label))).toEqual(defaultLabels)
    expect(new Set(defaultLabels.map(({ color }) => color)).size).toBe(defaultLabels.length)
  })
})
