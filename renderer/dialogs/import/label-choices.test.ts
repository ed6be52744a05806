import { expect, test } from 'vitest'

import { askedLabels, mapOf, newLabel } from './label-choices.ts'

const labels = [
  { name: 'Claim', annotations: 9, label: 'claim' },
  { name: 'PER', annotations: 2, label: null },
  { name: 'ORG', annotations: 5, label: null },
]

test('what has no counterpart is asked first, the most used before the others', () => {
  expect(askedLabels(labels).map(({ name }) => name)).toEqual(['ORG', 'PER', 'Claim'])
})

test('the map holds what was chosen or matched, and nothing for new labels', () => {
  expect(mapOf(labels, new Map())).toEqual({ Claim: 'claim' })
  const chosen = new Map([
    ['Claim', 'quote'],
    ['PER', 'claim'],
    ['ORG', newLabel],
  ])
  expect(mapOf(labels, chosen)).toEqual({ Claim: 'quote', PER: 'claim' })
})

test('names come from files and may be any words', () => {
  const map = mapOf(
    [{ name: '__proto__', annotations: 1, label: null }],
    new Map([['__proto__', 'a']]),
  )
  expect(Object.entries(map)).toEqual([['__proto__', 'a']])
})
