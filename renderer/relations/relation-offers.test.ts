import { expect, test } from 'vitest'

import { defaultRelationTypes } from '../../shared/model/relation-type.ts'
import { annotationAt } from './annotation.fixture.ts'
import { likelyOffer, mayBeTarget, offersAt, offersBetween } from './relation-offers.ts'
import { offerName } from './relation-words.ts'

const claim = annotationAt('claim', 'claim')
const denial = annotationAt('denial', 'denial')
const analysis = annotationAt('analysis', 'analysis')
const quote = annotationAt('quote', 'quote')
const types = defaultRelationTypes

test('a denial is offered what leads from it, denying first', () => {
  const offers = offersAt(types, 'denial')
  expect(offers.map(offerName)).toEqual(['denies', 'supports', 'repeats', 'responds to'])
  expect(likelyOffer(offers, 'denial')?.type.id).toBe('denies')
})

test('a claim is offered to be denied, because it cannot deny', () => {
  const offers = offersAt(types, 'claim')
  expect(offers.map(offerName)).toEqual(['is denied by', 'supports', 'repeats', 'responds to'])
  expect(likelyOffer(offers, 'claim')?.type.id).toBe('denies')
})

test('a label that no rule names is offered what joins any', () => {
  expect(offersAt(types, 'analysis').map(offerName)).toEqual(['supports', 'repeats', 'responds to'])
  expect(likelyOffer(offersAt(types, 'analysis'), 'analysis')?.type.id).toBe('supports')
})

test('between two annotations stands what either direction allows', () => {
  expect(offersBetween(types, [], claim, denial).map(offerName)).toContain('is denied by')
  expect(offersBetween(types, [], denial, analysis).map(offerName)).not.toContain('denies')
  expect(offersBetween(types, [], claim, quote).map(offerName)).toContain('is supported by')
})

test('nothing joins an annotation to itself', () => {
  expect(offersBetween(types, [], claim, claim)).toEqual([])
})

test('a relation that is there already is not offered again', () => {
  const relation = { id: 'r', type: 'denies', from: 'denial', to: 'claim' }
  const [denies] = offersAt(types, 'denial')
  expect(denies && mayBeTarget(denies, [], denial, claim)).toBe(true)
  expect(denies && mayBeTarget(denies, [relation], denial, claim)).toBe(false)
  expect(denies && mayBeTarget(denies, [relation], denial, quote)).toBe(true)
})

test('a rule that names only a label that is gone allows nothing', () => {
  const broken = { ...types[0], id: 'x', name: 'x', from: ['gone'], to: [], description: '' }
  expect(offersBetween([{ ...broken, position: 0 }], [], denial, claim)).toEqual([])
})
