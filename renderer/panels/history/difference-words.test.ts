import { expect, test } from 'vitest'

import type { AnnotationDifference } from '../../../shared/model/annotation-act.ts'
import { defaultLabels } from '../../../shared/model/default-labels.ts'
import { newId } from '../../../shared/model/id.ts'
import { differenceWords } from './difference-words.ts'

const ada = {
  id: newId(),
  name: 'Ada Holm',
  aliases: [],
  role: null,
  organisation: null,
  anonymous: false,
}

function words(difference: AnnotationDifference, label = 'quote'): string {
  return differenceWords(difference, { labels: defaultLabels, speakers: [ada], label })
}

test('what was and what is stand side by side', () => {
  expect(words({ part: 'label', from: 'claim', to: 'gone' })).toBe('Label: Claim → gone')
  expect(words({ part: 'note', from: null, to: 'See 2.' })).toBe('Note: none → “See 2.”')
  expect(words({ part: 'attribute', id: 'certainty', from: ['a', 'b'], to: null })).toBe(
    'certainty: a, b → none',
  )
})

test('speakers have the name of the registry, else the one that the act gave them', () => {
  const others = [
    { id: newId(), name: 'The mayor' },
    { id: newId(), name: null },
  ]
  const chain = [{ id: ada.id, name: 'Ada' }, ...others]
  expect(words({ part: 'attribution', from: [], to: chain })).toBe(
    'Speaker: none → Ada Holm › The mayor › Unknown speaker',
  )
})

test('words that a boundary took in or left out', () => {
  expect(words({ part: 'extent', gained: ['the'], lost: ['safe', 'now'] })).toBe(
    'Now with “the”, without “safe” and “now”',
  )
  expect(words({ part: 'extent', gained: [], lost: [] })).toBe('Only spaces moved')
})
