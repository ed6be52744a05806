/** What was counted, and lines that name what failed or was skipped. */
export type Tally = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly lines: readonly string[]
}

const nothing: Tally = { passed: 0, failed: 0, skipped: 0, lines: [] }

/** A step that holds no tests of its own counts as one. */
export function tallyOfStep(name: string, exitCode: number): Tally {
  return exitCode === 0 ? { ...nothing, passed: 1 } : failed(name)
}

/**
 * A run of tests, from the outcomes its runner wrote; `null` where it wrote none that can be read. A run that fails
 * without a failed test, or holds no test at all, counts as one failure: it proved nothing.
 */
export function tallyOfRun(
  name: string,
  exitCode: number,
  outcomes: readonly Outcome[] | null,
): Tally {
  if (outcomes === null) return failed(`${name}: it left no results`)
  const tally = total(outcomes.map(tallyOfOutcome))
  if (tally.passed + tally.failed === 0) return total([tally, failed(`${name}: no test ran`)])
  if (exitCode !== 0 && tally.failed === 0) {
    return total([tally, failed(`${name}: its runner ended with exit code ${exitCode}`)])
  }
  return tally
}

export function total(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
      lines: [...sum.lines, ...each.lines],
    }),
    nothing,
  )
}

/** `3 passed, 0 failed`, and what was skipped where anything was. */
export function sentenceOf({ passed, failed: failures, skipped }: Tally): string {
  const sentence = `${passed} passed, ${failures} failed`
  return skipped === 0 ? sentence : `${sentence}, ${skipped} skipped`
}

/** What became of one test. */
export type Outcome = {
  readonly name: string
  readonly state: 'passed' | 'failed' | 'skipped'
  /** Why it was skipped. */
  readonly reason: string
}

function tallyOfOutcome({ name, state, reason }: Outcome): Tally {
  if (state === 'passed') return { ...nothing, passed: 1 }
  if (state === 'failed') return failed(name)
  return { ...nothing, skipped: 1, lines: [`Skipped: ${name} (${reason})`] }
}

function failed(name: string): Tally {
  return { ...nothing, failed: 1, lines: [`Failed: ${name}`] }
}
