import { expect, test } from 'vitest'

import { completeFileName } from './file-names.ts'

test.each([
  ['Week 12', 'newProject', 'Week 12.verbatim'],
  ['Week 12.verbatim', 'newProject', 'Week 12.verbatim'],
  ['WEEK.VERBATIM', 'newProject', 'WEEK.VERBATIM'],
  ['v1.2', 'newProject', 'v1.2.verbatim'],
  ['set.jsonl', 'export', 'set.jsonl'],
  ['set', 'exportTagSet', 'set.json'],
  ['brat', 'exportFolder', 'brat'],
  ['Проект 👩‍👩‍👧', 'newProject', 'Проект 👩‍👩‍👧.verbatim'],
  ['console', 'newProject', 'console.verbatim'],
] as const)('%j for %s becomes %j', (typed, purpose, name) => {
  expect(completeFileName(typed, purpose)).toEqual({ ok: true, value: name })
})

test.each([
  '',
  '  ',
  '.',
  '..',
  '.hidden',
  '../up',
  'a/b',
  'a\\b',
  'C:name',
  'a\u0000b',
  'a\nb',
  'what?',
  'ends.',
  'ends ',
  'CON',
  'con.verbatim',
  'nul .txt',
  'Lpt1',
  'COM¹',
  '\uD800',
  'é'.repeat(128),
])('%j is refused', (typed) => {
  expect(completeFileName(typed, 'newProject')).toMatchObject({
    ok: false,
    failure: { code: 'invalidArguments' },
  })
})
