import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { createLog } from './log.ts'

function logIn() {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-log-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return { folder, log: createLog(join(folder, 'inner', 'verbatim.log')) }
}

test('lines stand in the file with their time, at once', () => {
  const { log } = logIn()
  log.write('one')
  log.write('two\n    at three')
  expect(readFileSync(log.path, 'utf8')).toMatch(
    /^\d{4}-\d\d-\d\dT[\d:.]+Z one\n.+ two\n {4}at three\n$/,
  )
  expect(log.tail(2)).toEqual([expect.stringMatching(/ two$/), '    at three'])
})

test('the files do not grow without end, and the tail goes on into the older one', () => {
  const { folder, log } = logIn()
  expect(log.tail(5)).toEqual([])
  for (let line = 0; line < 1300; line += 1) log.write(`${line} ${'x'.repeat(1000)}`)
  const inner = join(folder, 'inner')
  expect(readdirSync(inner).toSorted()).toEqual(['verbatim.log', 'verbatim.log.1'])
  for (const name of readdirSync(inner)) {
    expect(statSync(join(inner, name)).size).toBeLessThan(600_000)
  }
  const tail = log.tail(400).map((line) => Number(line.split(' ')[1]))
  expect(tail).toEqual(Array.from({ length: 400 }, (_, index) => 900 + index))
})
