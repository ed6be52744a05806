import type { CountUnit } from '../../shared/contract.ts'
import { formatDate } from '../../shared/language/format.ts'
import type { Tick } from './chart.ts'

/** At most `limit` periods without a gap, in order, that end with the last one and begin no earlier than the first: `2024-04`, `2024-05`. */
export function periodsBetween(
  first: string,
  last: string,
  unit: CountUnit,
  limit: number,
): readonly string[] {
  const periods: string[] = []
  for (
    let period = last;
    period >= first && periods.length < limit;
    period = before(period, unit)
  ) {
    periods.push(period)
  }
  return periods.toReversed()
}

function before(period: string, unit: CountUnit): string {
  const [year = 0, month = 1, day = 1] = period.split('-').map(Number)
  const time = new Date(0)
  if (unit === 'year') time.setUTCFullYear(year - 1, 0, 1)
  else if (unit === 'month') time.setUTCFullYear(year, month - 2, 1)
  else time.setUTCFullYear(year, month - 1, day - 1)
  return time.toISOString().slice(0, period.length)
}

const formats: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric', timeZone: 'UTC' },
  7: { year: 'numeric', month: 'short', timeZone: 'UTC' },
  10: { dateStyle: 'medium', timeZone: 'UTC' },
}

/** `2024-05` as `May 2024`. */
export function periodName(period: string): string {
  const time = Date.parse(period)
  const format = formats[period.length]
  return Number.isNaN(time) || format === undefined ? period : formatDate(time, format)
}

const shortFormats: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  7: { month: 'short', timeZone: 'UTC' },
  10: { day: 'numeric', month: 'short', timeZone: 'UTC' },
}

/** `2024-05` as `May` of `2024`. */
export function periodTick(period: string): Tick {
  const time = Date.parse(period)
  const format = shortFormats[period.length]
  return Number.isNaN(time) || format === undefined
    ? { short: periodName(period), era: null }
    : { short: formatDate(time, format), era: periodName(period.slice(0, 4)) }
}
