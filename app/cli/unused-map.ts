import type { ReportEntry } from '../../shared/exchange/report.ts'

/** Labels whose names are listed, at most. */
const listedLabels = 20

/** What is told of a label that `--map` names and no annotation has; `labels` are those that there are. */
export function unusedMap(name: string, labels: readonly string[]): ReportEntry {
  const listed = labels.slice(0, listedLabels).map((label) => `“${label}”`)
  const there =
    labels.length === 0
      ? 'None has a label.'
      : `The labels are ${listed.join(', ')}${labels.length > listedLabels ? ' and others' : ''}.`
  return {
    outcome: 'changed',
    thing: 'label',
    file: null,
    place: '--map',
    id: name,
    code: 'notFound',
    reason: `--map names the label “${name}”, which no annotation has. ${there}`,
    expected: name,
    found: null,
  }
}
