import type { Report, ReportEntry } from '../../../shared/exchange/report.ts'
import { t } from '../../../shared/language/translate.ts'

/** Entries with one outcome, by their reason. */
export type OutcomeGroup = {
  readonly outcome: ReportEntry['outcome']
  readonly count: number
  readonly reasons: readonly {
    readonly reason: string
    readonly entries: readonly ReportEntry[]
  }[]
}

const outcomes = ['refused', 'review', 'changed'] as const

/** What was refused, waits and was changed, each by reason in the order in which the reasons first came. */
export function groupEntries(entries: readonly ReportEntry[]): readonly OutcomeGroup[] {
  return outcomes.flatMap((outcome) => {
    const own = entries.filter((entry) => entry.outcome === outcome)
    if (own.length === 0) return []
    const reasons = [...Map.groupBy(own, ({ reason }) => reason)]
    return {
      outcome,
      count: own.length,
      reasons: reasons.map(([reason, ofReason]) => ({ reason, entries: ofReason })),
    }
  })
}

/** What became of things, in words. */
export function outcomeName(
  direction: Report['direction'],
  outcome: ReportEntry['outcome'],
): string {
  return t(`jobs:report.outcomes.${direction}.${outcome}`)
}

/** Where an entry is: its file, its place in it, and its id where the place does not say it. */
export function whereOf({ file, place, id }: ReportEntry): readonly string[] {
  const isSaid = id !== null && place?.includes(id) === true
  return [file, place, isSaid ? null : id].flatMap((part) => (part === null ? [] : [part]))
}
