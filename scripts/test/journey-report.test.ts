import { describe, expect, it } from 'vitest'

import { journeyOutcomes } from './journey-report.ts'

describe('journeyOutcomes', () => {
  const journey = { projectName: 'browser', status: 'expected', annotations: [], results: [] }

  it('takes every journey of nested suites, each in every project', () => {
    const missing = {
      projectName: 'desktop',
      status: 'skipped',
      annotations: [{ type: 'skip', description: 'no Electron' }],
      results: [],
    }
    const inner = { title: 'by mouse', specs: [{ title: 'drags', tests: [journey, missing] }] }
    const report = { suites: [{ title: 'tag.spec.ts', specs: [], suites: [inner] }], errors: [] }
    expect(journeyOutcomes(report)).toEqual([
      {
        name: '[browser] tag.spec.ts › by mouse › drags',
        state: 'passed',
        reason: '',
      },
      {
        name: '[desktop] tag.spec.ts › by mouse › drags',
        state: 'skipped',
        reason: 'no Electron',
      },
    ])
  })

  it('names a journey that passed only when tried again, with what failed at first', () => {
    const flaky = {
      ...journey,
      status: 'flaky',
      results: [{ errors: [{ message: 'no such button' }] }, { errors: [] }],
    }
    const suite = { title: 'tag.spec.ts', specs: [{ title: 'drags', tests: [flaky] }] }
    expect(journeyOutcomes({ suites: [suite], errors: [] })).toMatchObject([
      { state: 'unsteady', reason: 'no such button' },
    ])
  })

  it('counts an error outside of all as a failure', () => {
    const report = { suites: [], errors: [{ message: 'No tests found' }] }
    expect(journeyOutcomes(report)?.map(({ state }) => state)).toEqual(['failed'])
  })

  it('tells what a failed journey failed of', () => {
    const failed = {
      ...journey,
      status: 'unexpected',
      results: [{ errors: [{ message: 'no such button' }, {}] }],
    }
    const suite = { title: 'tag.spec.ts', specs: [{ title: 'drags', tests: [failed] }] }
    expect(journeyOutcomes({ suites: [suite], errors: [] })).toMatchObject([
      { state: 'failed', reason: 'no such button\nan error without a message' },
    ])
  })

  it('takes nothing else for a report', () => {
    for (const report of [null, {}, [], { suites: [{ title: 'tag.spec.ts' }], errors: [] }]) {
      expect(journeyOutcomes(report)).toBeNull()
    }
  })
})
