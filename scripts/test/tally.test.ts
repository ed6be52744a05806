import { describe, expect, it } from 'vitest'

import { sentenceOf, tallyOfRun, tallyOfStep, total, type Outcome } from './tally.ts'

const passed: Outcome = { name: 'opens', state: 'passed', reason: '' }
const broken: Outcome = { name: 'closes', state: 'failed', reason: '' }
const skipped: Outcome = { name: 'mounts', state: 'skipped', reason: 'no rights to mount' }

describe('tallyOfStep', () => {
  it('counts a step as one, by its exit code', () => {
    expect(tallyOfStep('Types', 0)).toEqual({ passed: 1, failed: 0, skipped: 0, lines: [] })
    expect(tallyOfStep('Types', 2)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
      lines: ['Failed: Types'],
    })
  })
})

describe('tallyOfRun', () => {
  it('counts each test and names what failed or was skipped', () => {
    expect(tallyOfRun('Unit', 1, [passed, broken, skipped, passed])).toEqual({
      passed: 2,
      failed: 1,
      skipped: 1,
      lines: ['Failed: closes', 'Skipped: mounts (no rights to mount)'],
    })
  })

  it('counts a run without results, without tests or with all of them skipped as a failure', () => {
    expect(tallyOfRun('Unit', 0, null)).toMatchObject({ passed: 0, failed: 1 })
    expect(tallyOfRun('Unit', 0, [])).toMatchObject({ passed: 0, failed: 1 })
    expect(tallyOfRun('Unit', 0, [skipped])).toMatchObject({ passed: 0, failed: 1, skipped: 1 })
  })

  it('counts a runner that fails without a failed test as a failure', () => {
    expect(tallyOfRun('Unit', 1, [passed])).toMatchObject({ passed: 1, failed: 1 })
    expect(tallyOfRun('Unit', 1, [passed, broken])).toMatchObject({ passed: 1, failed: 1 })
  })
})

describe('sentenceOf', () => {
  it('says what passed and failed, and what was skipped where anything was', () => {
    expect(sentenceOf(total([tallyOfStep('Types', 0), tallyOfRun('Unit', 0, [passed])]))).toBe(
      '2 passed, 0 failed',
    )
    expect(sentenceOf(tallyOfRun('Unit', 1, [broken, skipped]))).toBe(
      '0 passed, 1 failed, 1 skipped',
    )
    expect(sentenceOf(total([]))).toBe('0 passed, 0 failed')
  })
})
