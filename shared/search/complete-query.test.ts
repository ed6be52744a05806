import { expect, test } from 'vitest'

import { completeQuery } from './complete-query.ts'

const speaker = ['Kim Jong Un', 'Kim Yo Jong', 'Ada']
const values = { label: ['Claim', 'Denial'], speaker, denies: speaker }

function options(typed: string): readonly string[] {
  return completeQuery(typed, typed.length, values)?.options.map(({ text }) => text) ?? []
}

test('facets are completed by their beginning, and their values by any part of them', () => {
  expect(options('missile l')).toEqual(['label:', 'language:'])
  expect(options('label:')).toEqual(['label:Claim ', 'label:Denial '])
  expect(options('-label:de')).toEqual(['label:Denial '])
  expect(options('speaker:jong')).toEqual(['speaker:"Kim Jong Un" ', 'speaker:"Kim Yo Jong" '])
  expect(options('speaker:"kim j')).toEqual(['speaker:"Kim Jong Un" '])
  expect(options('denies:ad')).toEqual(['denies:Ada '])
  expect(options('denies:"Ada > un')).toEqual(['denies:"Ada > Kim Jong Un" '])
  expect(options('denies:ada>a')).toEqual(['denies:ada>Ada '])
})

test('words, what is whole already, and nothing at all are left alone', () => {
  expect(options('missile ')).toEqual([])
  expect(options('xyz')).toEqual([])
  expect(options('label:claim')).toEqual([])
  expect(options('nothing:x')).toEqual([])
  expect(completeQuery('a spe b', 5, values)).toMatchObject({ start: 2, end: 5 })
})
