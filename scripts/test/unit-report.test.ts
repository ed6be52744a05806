import { describe, expect, it } from 'vitest'

import { unitOutcomes } from './unit-report.ts'

describe('unitOutcomes', () => {
  const tests = [
    { fullName: ' text keeps', status: 'passed' },
    { fullName: ' text loses', status: 'failed', failureMessages: ['1 is not 2'] },
    { fullName: ' text mounts', status: 'skipped' },
    { fullName: ' text will', status: 'todo' },
  ]

  it('takes every test of every file', () => {
    const report = {
      testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: tests }],
    }
    const reason = 'not possible here; see a.test.ts'
    expect(unitOutcomes(report)).toEqual([
      { name: 'text keeps', state: 'passed', reason: '' },
      { name: 'text loses', state: 'failed', reason: '1 is not 2' },
      { name: 'text mounts', state: 'skipped', reason },
      { name: 'text will', state: 'skipped', reason },
    ])
  })

  it('counts a file that could not be loaded, or broke outside its tests, as a failure', () => {
    const report = {
      testResults: [
        { name: 'a.test.ts', status: 'failed', assertionResults: [] },
        { name: 'b.test.ts', status: 'failed', assertionResults: tests.slice(0, 1) },
      ],
    }
    expect(unitOutcomes(report)?.map(({ name, state }) => [name, state])).toEqual([
      ['a.test.ts', 'failed'],
      ['text keeps', 'passed'],
      ['b.test.ts', 'failed'],
    ])
  })

  it('takes nothing else for a report', () => {
    for (const report of [null, {}, 'passed', { testResults: 3 }]) {
      expect(unitOutcomes(report)).toBeNull()
    }
  })
})
