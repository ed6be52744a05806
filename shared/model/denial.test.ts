import { expect, test } from 'vitest'

import { defaultLabels } from './default-labels.ts'
import { denialOf, whoSpeaks } from './denial.ts'
import { defaultRelationTypes } from './relation-type.ts'

const contradicts = {
  id: 'contradicts',
  name: 'contradicts',
  description: '',
  from: ['denial'],
  to: ['claim'],
  position: 0,
}

test('the type that denies is the one of that name, else the first with a label at either end', () => {
  const own = [contradicts, ...defaultRelationTypes]
  expect(denialOf(defaultLabels, own)?.type.id).toBe('denies')
  const open = own.filter(({ id }) => id !== 'denies')
  expect(denialOf(defaultLabels, open)).toMatchObject({
    type: { id: 'contradicts' },
    from: { id: 'denial' },
    to: { id: 'claim' },
  })
})

test('no type denies whose labels a tag set does not have', () => {
  expect(denialOf([], defaultRelationTypes)).toBeNull()
  expect(denialOf(defaultLabels, [])).toBeNull()
})

test('the last of a chain speaks', () => {
  expect([whoSpeaks(['kanal', 'kim']), whoSpeaks([])]).toEqual(['kim', null])
})
