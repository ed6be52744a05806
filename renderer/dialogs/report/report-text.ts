import type { Report } from '../../../shared/exchange/report.ts'
import { formatNumber } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import { groupEntries, outcomeName, whereOf } from './report-groups.ts'
import { sumsOf, type Sum } from './report-sums.ts'

/** A report in plain lines, to be pasted into a message. */
export function reportText(report: Report, skipped: readonly string[]): string {
  const lines = [
    ...sumsOf(report).map((sum) => sumText(report, sum)),
    ...groupEntries(report.entries).flatMap(({ outcome, count, reasons }) => [
      '',
      `${outcomeName(report.direction, outcome)}: ${formatNumber(count)}`,
      ...reasons.flatMap(({ reason, entries }) => [
        reason,
        ...entries.map((entry) => {
          const { expected, found } = entry
          const compared = [
            ...(expected === null
              ? []
              : [t('jobs:report.text.expected', { text: JSON.stringify(expected) })]),
            ...(found === null
              ? []
              : [t('jobs:report.text.found', { text: JSON.stringify(found) })]),
          ]
          return `  ${[...whereOf(entry), ...compared].join(', ')}`
        }),
      ]),
    ]),
    ...(report.losses.length === 0 ? [] : ['', t('jobs:report.text.losses')]),
    ...report.losses.map(({ reason, count }) => `  ${reason} (${formatNumber(count)})`),
    ...(skipped.length === 0
      ? []
      : ['', t('jobs:report.text.skipped', { number: skipped.length })]),
    ...skipped.map((path) => `  ${path}`),
  ]
  return `${lines.join('\n')}\n`
}

function sumText({ direction }: Report, { name, counts }: Sum): string {
  const { read, stored, changed, refused, review } = counts
  const kept = direction === 'import' ? 'stored' : 'written'
  return t('jobs:report.text.counts', {
    name,
    read,
    stored:
      changed > 0
        ? t(`jobs:report.text.${kept}Changed`, { stored, changed })
        : t(`jobs:report.text.${kept}`, { stored }),
    refused:
      review > 0
        ? t('jobs:report.text.refusedReview', { refused, review })
        : t('jobs:report.text.refused', { refused }),
  })
}
