import { stripVTControlCharacters } from 'node:util'

/** What was counted, a line for each failure and each test that passed only when tried again, and the reason of each skip. */
export type Tally = {
  readonly passed: number
  readonly unsteady: readonly string[]
  readonly failures: readonly string[]
  readonly skips: readonly string[]
}

const nothing: Tally = { passed: 0, unsteady: [], failures: [], skips: [] }

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
  if (tally.passed + tally.failures.length === 0)
    return total([tally, failed(`${name}: no test ran`)])
  if (exitCode !== 0 && tally.failures.length === 0) {
    return total([tally, failed(`${name}: its runner ended with exit code ${exitCode}`)])
  }
  return tally
}

export function total(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      unsteady: [...sum.unsteady, ...each.unsteady],
      failures: [...sum.failures, ...each.failures],
      skips: [...sum.skips, ...each.skips],
    }),
    nothing,
  )
}

/**
 * What a run ends with: the skipped, counted by reason; then what passed only when tried again, and each failure, so that
 * whoever sees only the end of a log sees why; last `3 passed, 0 failed`, and how many were skipped where any were.
 */
export function closingLines({ passed, unsteady, failures, skips }: Tally): readonly string[] {
  const sentence = `${passed} passed, ${failures.length} failed`
  return [
    ...[...countOf(skips)].map(([reason, count]) => `Skipped ${count}: ${reason}`),
    ...unsteady.map((each) => `Unsteady: ${each}`),
    ...failures.map((failure) => `Failed: ${failure}`),
    skips.length === 0 ? sentence : `${sentence}, ${skips.length} skipped`,
  ]
}

function countOf(reasons: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return counts
}

/** What became of one test. */
export type Outcome = {
  readonly name: string
  readonly state: 'passed' | 'unsteady' | 'failed' | 'skipped'
  /** Why it was skipped, or what failed in it, at first or for good; empty where nothing was said. */
  readonly reason: string
}

function tallyOfOutcome({ name, state, reason }: Outcome): Tally {
  if (state === 'passed') return { ...nothing, passed: 1 }
  const told = reason === '' ? name : `${name}\n${beginningOf(reason)}`
  if (state === 'unsteady') return { ...nothing, passed: 1, unsteady: [told] }
  if (state === 'failed') return failed(told)
  return { ...nothing, skips: [reason] }
}

function failed(failure: string): Tally {
  return { ...nothing, failures: [failure] }
}

/** Enough lines of an error to know it by; all of it stands further up in the log. */
function beginningOf(message: string): string {
  const lines = stripVTControlCharacters(message).split('\n')
  return lines
    .slice(0, 12)
    .map((line) => `  ${line}`)
    .join('\n')
}
