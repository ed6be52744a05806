import { expect, test } from 'vitest'

import type { OpenDocument } from '../../shared/contract.ts'
import { defaultRelationTypes } from '../../shared/model/relation-type.ts'
import { annotationAt } from './annotation.fixture.ts'
import { isForeseen, linksAt } from './relations-at.ts'

const claim = annotationAt('claim', 'claim')
const denial = annotationAt('denial', 'denial')
const far = annotationAt('far', 'analysis', 0, 10, {
  documentId: '01900000-0000-7000-8000-00000000d0c2',
})
const document: Pick<OpenDocument, 'annotations' | 'farAnnotations' | 'relations'> = {
  annotations: [claim, denial],
  farAnnotations: [far],
  relations: [
    { id: '1', type: 'denies', from: 'denial', to: 'claim' },
    { id: '2', type: 'responds to', from: 'claim', to: 'far' },
    { id: '3', type: 'supports', from: 'claim', to: 'far' },
    { id: '4', type: 'repeats', from: 'claim', to: 'unknown' },
  ],
}

test('links lead from an annotation first, in the order of the tag set, and name what is at the other end', () => {
  const links = linksAt(document, defaultRelationTypes, 'claim')
  expect(links.map(({ relation, end, other }) => [relation.id, end, other.id])).toEqual([
    ['3', 'from', 'far'],
    ['2', 'from', 'far'],
    ['1', 'to', 'denial'],
  ])
  expect(linksAt(document, defaultRelationTypes, 'far')).toHaveLength(2)
})

test('a relation is not foreseen after a label changed, nor without its type', () => {
  const [relation = { id: '', type: '', from: '', to: '' }] = document.relations
  expect(isForeseen(defaultRelationTypes, relation, denial, claim)).toBe(true)
  expect(isForeseen(defaultRelationTypes, relation, denial, far)).toBe(false)
  expect(isForeseen([], relation, denial, claim)).toBe(false)
})
