import { expect, test } from 'vitest'

import { startReport, type ReportEntry } from '../../shared/exchange/report.ts'
import { addedWords, isWorthSaying, nothingRead, withUnread } from './importing-report.ts'

const unread: ReportEntry = {
  outcome: 'refused',
  file: 'a.txt',
  thing: 'file',
  place: null,
  id: null,
  code: 'notFound',
  reason: 'Gone.',
  expected: null,
  found: null,
}

test('files that never reached the workbench are read and refused like any other', () => {
  const builder = startReport('import')
  builder.count('documents', 'read', 2)
  builder.count('documents', 'stored', 2)
  const report = withUnread(builder.report(), [unread])
  expect(report.documents).toEqual({ read: 3, stored: 2, changed: 0, refused: 1, review: 0 })
  expect(report.entries).toEqual([unread])
})

test('files that were left alone are worth a word, and so is what was refused', () => {
  expect(isWorthSaying(nothingRead)).toBe(false)
  expect(isWorthSaying({ ...nothingRead, skipped: ['a.png'] })).toBe(true)
  expect(isWorthSaying({ ...nothingRead, report: withUnread(nothingRead.report, [unread]) })).toBe(
    true,
  )
})

test('what was added is said in a sentence', () => {
  const builder = startReport('import')
  expect(addedWords(builder.report())).toBeNull()
  builder.count('documents', 'stored', 1)
  expect(addedWords(builder.report())).toBe('1 document added.')
  builder.count('annotations', 'stored', 1200)
  builder.count('suggestions', 'stored', 3)
  expect(addedWords(builder.report())).toBe(
    '1 document, 1,200 annotations and 3 suggestions added.',
  )
})
