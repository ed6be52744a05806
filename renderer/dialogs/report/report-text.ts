import type { Counts, Report } from '../../../shared/exchange/report.ts'
import { groupEntries, outcomeWords, whereOf } from './report-groups.ts'
import { sumsOf } from './report-sums.ts'

/** A report in plain lines, to be pasted into a message. */
export function reportText(report: Report, skipped: readonly string[]): string {
  const words = outcomeWords[report.direction]
  const lines = [
    ...sumsOf(report).map(({ name, counts }) => `${name}: ${countsText(report, counts)}`),
    ...groupEntries(report.entries).flatMap(({ outcome, count, reasons }) => [
      '',
      `${words[outcome]}: ${count}`,
      ...reasons.flatMap(({ reason, entries }) => [
        reason,
        ...entries.map((entry) => {
          const { expected, found } = entry
          const compared = [
            ...(expected === null ? [] : [`expected ${JSON.stringify(expected)}`]),
            ...(found === null ? [] : [`found ${JSON.stringify(found)}`]),
          ]
          return `  ${[...whereOf(entry), ...compared].join(', ')}`
        }),
      ]),
    ]),
    ...(report.losses.length === 0 ? [] : ['', 'Left out by the format:']),
    ...report.losses.map(({ reason, count }) => `  ${reason} (${count})`),
    ...(skipped.length === 0 ? [] : ['', `Left alone: ${skipped.length}`]),
    ...skipped.map((path) => `  ${path}`),
  ]
  return `${lines.join('\n')}\n`
}

function countsText(
  { direction }: Report,
  { read, stored, changed, refused, review }: Counts,
): string {
  const isImport = direction === 'import'
  const parts = [
    `${read} read`,
    `${stored} ${isImport ? 'stored' : 'written'}${changed > 0 ? ` (${changed} of them changed)` : ''}`,
    `${refused} refused${review > 0 ? ` (${review} of them wait for review)` : ''}`,
  ]
  return parts.join(', ')
}
