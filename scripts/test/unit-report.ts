import { z } from 'zod'

import type { Outcome } from './tally.ts'

const unitFileSchema = z.object({
  name: z.string(),
  status: z.string(),
  assertionResults: z.array(
    z.object({
      fullName: z.string(),
      status: z.string(),
      failureMessages: z.array(z.string()).optional(),
    }),
  ),
})

type UnitFile = z.infer<typeof unitFileSchema>

const unitReportSchema = z.object({ testResults: z.array(unitFileSchema) })

/** Outcomes from the report of Vitest's JSON reporter; `null` where it is none. */
export function unitOutcomes(report: unknown): readonly Outcome[] | null {
  const parsed = unitReportSchema.safeParse(report)
  return parsed.success ? parsed.data.testResults.flatMap(outcomesOfFile) : null
}

function outcomesOfFile({ name, status, assertionResults }: UnitFile): readonly Outcome[] {
  const outcomes = assertionResults.map((test): Outcome => {
    const state = unitState(test.status)
    const reasons = {
      passed: '',
      failed: test.failureMessages?.join('\n') ?? '',
      skipped: `not possible here; see ${name}`,
    }
    return { name: test.fullName.trim(), state, reason: reasons[state] }
  })
  // A file that cannot be loaded has no tests to fail.
  const broken = status === 'failed' && !outcomes.some(({ state }) => state === 'failed')
  return broken ? [...outcomes, { name, state: 'failed', reason: '' }] : outcomes
}

function unitState(status: string): Exclude<Outcome['state'], 'unsteady'> {
  if (status === 'passed') return 'passed'
  return ['skipped', 'pending', 'todo', 'disabled'].includes(status) ? 'skipped' : 'failed'
}
