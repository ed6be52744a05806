import { describe, expect, it } from 'vitest'

import { closingLines, tallyOfRun, tallyOfStep, total, type Outcome } from './tally.ts'

const passed: Outcome = { name: 'opens', state: 'passed', reason: '' }
const broken: Outcome = {
  name: 'closes',
  state: 'failed',
  reason: '\u001b[31mit is open\u001b[39m',
}
const skipped: Outcome = { name: 'mounts', state: 'skipped', reason: 'no rights to mount' }

describe('tallyOfStep', () => {
  it('counts a step as one, by its exit code', () => {
    expect(tallyOfStep('Types', 0)).toEqual({
      passed: 1,
      unsteady: [],
      failures: [],
      skips: [],
    })
    expect(tallyOfStep('Types', 2)).toEqual({
      passed: 0,
      unsteady: [],
      failures: ['Types'],
      skips: [],
    })
  })
})

describe('tallyOfRun', () => {
  it('counts each test, and tells what failed and why others were skipped', () => {
    expect(tallyOfRun('Unit', 1, [passed, broken, skipped, passed])).toEqual({
      passed: 2,
      unsteady: [],
      failures: ['closes\n  it is open'],
      skips: ['no rights to mount'],
    })
  })

  it('counts a run without results, without tests or with all of them skipped as a failure', () => {
    expect(tallyOfRun('Unit', 0, null)).toMatchObject({ passed: 0, failures: [expect.any(String)] })
    expect(tallyOfRun('Unit', 0, [])).toMatchObject({ passed: 0, failures: [expect.any(String)] })
    expect(tallyOfRun('Unit', 0, [skipped])).toMatchObject({
      passed: 0,
      failures: [expect.any(String)],
    })
  })

  it('counts a runner that fails without a failed test as a failure', () => {
    expect(tallyOfRun('Unit', 1, [passed])).toMatchObject({
      passed: 1,
      failures: [expect.any(String)],
    })
    expect(tallyOfRun('Unit', 1, [passed, broken])).toMatchObject({
      passed: 1,
      failures: [expect.any(String)],
    })
  })
})

describe('closingLines', () => {
  it('ends with what passed and failed, and what was skipped where anything was', () => {
    const both = total([tallyOfStep('Types', 0), tallyOfRun('Unit', 0, [passed])])
    expect(closingLines(both)).toEqual(['2 passed, 0 failed'])
    expect(closingLines(total([]))).toEqual(['0 passed, 0 failed'])
  })

  it('counts what passed only when tried again as passed, and names it', () => {
    const unsteady: Outcome = { ...broken, state: 'unsteady' }
    expect(closingLines(tallyOfRun('Journeys', 0, [passed, unsteady]))).toEqual([
      'Unsteady: closes\n  it is open',
      '2 passed, 0 failed',
    ])
  })

  it('counts the skipped by reason, and tells failures last, where the end of a log shows them', () => {
    const tally = tallyOfRun('Unit', 1, [broken, skipped, passed, skipped])
    expect(closingLines(tally)).toEqual([
      'Skipped 2: no rights to mount',
      'Failed: closes\n  it is open',
      '1 passed, 1 failed, 2 skipped',
    ])
  })
})
