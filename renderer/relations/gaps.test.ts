import { expect, test } from 'vitest'

import { defaultLabels } from '../../shared/model/default-labels.ts'
import { defaultRelationTypes } from '../../shared/model/relation-type.ts'
import { usualGaps } from './gaps.ts'

test('a new project asks for claims nobody denies and for denials without a claim', () => {
  expect(usualGaps(defaultLabels, defaultRelationTypes)).toEqual([
    {
      title: 'Claim that nobody denies',
      gap: { label: 'claim', relationType: 'denies', end: 'to' },
    },
    {
      title: 'Denial without claim',
      gap: { label: 'denial', relationType: 'denies', end: 'from' },
    },
  ])
})

test('renamed labels are asked for by their names', () => {
  const labels = defaultLabels.map((label) =>
    label.id === 'claim' ? { ...label, name: 'Allegation' } : label,
  )
  expect(usualGaps(labels, defaultRelationTypes).map(({ title }) => title)).toEqual([
    'Allegation that nobody denies',
    'Denial without allegation',
  ])
})

test('a tag set without such labels or types asks for nothing by itself', () => {
  expect(usualGaps([], defaultRelationTypes)).toEqual([])
  expect(usualGaps(defaultLabels, [])).toEqual([])
})
