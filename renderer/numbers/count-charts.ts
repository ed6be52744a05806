import type { Counts, CountFilter, ProjectState } from '../../shared/contract.ts'
import { formatNumber } from '../../shared/language/format.ts'
import { labelName } from '../../shared/model/label.ts'
import { countOf } from '../commands/amounts.ts'
import { labelInk } from '../editor/highlight-styles.ts'
import { barChart, shareOf, type Bar } from './bars.ts'
import type { Chart } from './chart.ts'
import type { Choice } from './count-filter.ts'

/** What charts need to know of the project and of what is asked. */
export type Reading = {
  readonly project: Pick<ProjectState, 'labels' | 'speakers'>
  readonly filter: CountFilter
}

export function labelChart({ byLabel }: Counts, { project, filter }: Reading): Chart {
  const all = sumOf(byLabel)
  const bars = byLabel.map(({ label, count }): Bar => ({
    ...labelBar(project, label),
    value: count,
    choice: { part: 'labels', value: label },
    more: [shareOf(count, all)],
  }))
  return barChart({
    id: 'labels',
    title: 'Annotations by label',
    summary:
      bars.length === 0 ? 'No annotation fits.' : `${countOf(all, 'annotation')}. ${mostOf(bars)}`,
    remark: null,
    head: ['Label', 'Annotations', 'Share'],
    bars,
    filter,
  })
}

export function speakerChart({ bySpeaker }: Counts, { project, filter }: Reading): Chart {
  const { top, others, nobody } = bySpeaker
  const named = top.map(({ speaker, count }): Bar => ({
    id: speaker,
    name: speakerName(project, speaker),
    value: count,
    choice: { part: 'speakers', value: speaker },
  }))
  const besides = [
    ...rest(countOf(others.speakers, 'other speaker'), others.count),
    ...rest('Nobody named', nobody),
  ]
  return barChart({
    id: 'speakers',
    title: 'Annotations by speaker',
    summary:
      named.length === 0
        ? 'No annotation here names a speaker.'
        : `${countOf(named.length + others.speakers, 'speaker')} named. ${mostOf(named)}${toldOf(besides)}`,
    remark: 'An annotation counts for everybody whom its chain of speakers names.',
    head: ['Speaker', 'Annotations'],
    bars: named,
    besides,
    filter,
  })
}

export function sourceChart({ bySource }: Counts, { filter }: Reading): Chart {
  const { top, others, unknown } = bySource
  const known = top.map(({ source, count }): Bar => {
    const choice: Choice = { part: 'sources', value: source }
    return { id: `source ${source}`, name: source, value: count, choice }
  })
  const besides = [
    ...rest(countOf(others.sources, 'other source'), others.count),
    ...rest('No source', unknown),
  ]
  return barChart({
    id: 'sources',
    title: 'Annotations by source',
    summary:
      known.length === 0
        ? 'No document with annotations here has a source. “About this document” takes one.'
        : `${countOf(known.length + others.sources, 'source')}. ${mostOf(known)}${toldOf(besides)}`,
    remark: null,
    head: ['Source', 'Annotations'],
    bars: known,
    besides,
    filter,
  })
}

/** `null` where the tag set has no relation type that could say so. */
export function undeniedChart(
  { undenied }: Counts,
  { project, filter }: Reading,
  label: string,
): Chart | null {
  if (undenied === null) return null
  const name = labelName(project.labels, label)
  const { all, undenied: open } = undenied
  const bars: readonly Bar[] = [
    { id: 'denied', name: 'Denied', value: all - open, choice: null },
    { id: 'undenied', name: 'Not denied', value: open, choice: null },
  ].map((bar) => ({ ...bar, more: [shareOf(bar.value, all)] }))
  return barChart({
    id: 'undenied',
    title: `${name}s without denial`,
    summary:
      all === 0
        ? `There is no annotation with the label ${name} here.`
        : `Nobody denies ${formatNumber(open)} of ${countOf(all, name.toLocaleLowerCase())}: ${shareOf(open, all)}.`,
    remark: null,
    head: [`${name}s`, 'Annotations', 'Share'],
    bars: all === 0 ? [] : bars,
    filter,
  })
}

export function speakerName({ speakers }: Reading['project'], id: string): string {
  return speakers.find((speaker) => speaker.id === id)?.name ?? 'A speaker who is gone'
}

/** Name and colour of a label. */
export function labelBar(
  { labels }: Reading['project'],
  id: string,
): Pick<Bar, 'id' | 'name' | 'color'> {
  const label = labels.find((one) => one.id === id)
  return {
    id,
    name: label?.name ?? id,
    ...(label === undefined ? {} : { color: labelInk(label) }),
  }
}

type Beside = Pick<Bar, 'name' | 'value'>

function rest(name: string, value: number): readonly Beside[] {
  return value === 0 ? [] : [{ name, value }]
}

/** What has no bar, in words behind a sentence: ` 12 other speakers: 30. Nobody named: 4.` */
function toldOf(besides: readonly Beside[]): string {
  return besides.map(({ name, value }) => ` ${name}: ${formatNumber(value)}.`).join('')
}

function sumOf(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0)
}

/** Whose bar is longest, in a sentence. */
function mostOf(bars: readonly Bar[]): string {
  const [first] = bars.toSorted((one, other) => other.value - one.value)
  return first === undefined ? '' : `Most: ${first.name}, ${formatNumber(first.value)}.`
}
