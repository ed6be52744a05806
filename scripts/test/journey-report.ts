import { z } from 'zod'

import type { Outcome } from './tally.ts'

const journeySchema = z.object({
  projectName: z.string(),
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
  results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
})

const suiteSchema = z.object({
  title: z.string(),
  specs: z.array(z.object({ title: z.string(), tests: z.array(journeySchema) })),
  get suites() {
    return z.array(suiteSchema).optional()
  },
})

const journeyReportSchema = z.object({
  suites: z.array(suiteSchema),
  errors: z.array(z.object({ message: z.string().optional() })),
})

/** Outcomes from the report of Playwright's JSON reporter; `null` where it is none. */
export function journeyOutcomes(report: unknown): readonly Outcome[] | null {
  const parsed = journeyReportSchema.safeParse(report)
  if (!parsed.success) return null
  const errors = parsed.data.errors.map(({ message }) => ({
    name: message ?? 'an error outside of all tests',
    state: 'failed' as const,
    reason: '',
  }))
  return [...parsed.data.suites.flatMap((suite) => outcomesIn(suite, [])), ...errors]
}

function outcomesIn(
  suite: z.infer<typeof suiteSchema>,
  above: readonly string[],
): readonly Outcome[] {
  const path = [...above, suite.title]
  const own = suite.specs.flatMap(({ title, tests }) =>
    tests.map((test) => ({
      name: `[${test.projectName}] ${[...path, title].join(' › ')}`,
      state: states[test.status],
      reason: reasonOf(test),
    })),
  )
  return [...own, ...(suite.suites ?? []).flatMap((inner) => outcomesIn(inner, path))]
}

const states = {
  expected: 'passed',
  unexpected: 'failed',
  flaky: 'unsteady',
  skipped: 'skipped',
} as const

function reasonOf({ status, annotations, results }: z.infer<typeof journeySchema>): string {
  if (status === 'expected') return ''
  if (status === 'skipped') {
    const skip = annotations.find(({ type }) => type === 'skip' || type === 'fixme')
    return skip?.description ?? 'no reason given'
  }
  return results
    .flatMap(({ errors }) => errors)
    .map(({ message }) => message ?? 'an error without a message')
    .join('\n')
}
