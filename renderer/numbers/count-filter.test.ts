import { expect, test } from 'vitest'

import { choicesOf, isChosen, plainCountFilter, toggled, type Choice } from './count-filter.ts'

const claim: Choice = { part: 'labels', value: 'claim' }
const pair: Choice = { part: 'denials', value: { from: 'kim', to: 'lee' } }

test('a choice comes and goes, beside others of its kind', () => {
  const one = toggled(toggled(plainCountFilter, claim), { part: 'labels', value: 'quote' })
  expect(one.labels).toEqual(['claim', 'quote'])
  expect(isChosen(one, claim)).toBe(true)
  expect(toggled(one, claim).labels).toEqual(['quote'])
})

test('a pair is the same whichever object says so', () => {
  const filter = toggled(plainCountFilter, pair)
  const again: Choice = { part: 'denials', value: { from: 'kim', to: 'lee' } }
  const turned: Choice = { part: 'denials', value: { from: 'lee', to: 'kim' } }
  expect([isChosen(filter, again), isChosen(filter, turned)]).toEqual([true, false])
  expect(toggled(filter, again)).toEqual(plainCountFilter)
  expect(choicesOf(toggled(filter, claim))).toEqual([claim, pair])
})
