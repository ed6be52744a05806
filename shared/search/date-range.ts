/** Dates from `from` up to and with `to`, as `YYYY-MM-DD`; `null` is open. */
export type DateRange = { readonly from: string | null; readonly to: string | null }

const datePattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/**
 * What `date:` can ask for: `2024`, `2024-05`, `2024-05-01`, `2024-01..2024-03`, open at either end, and `>=`, `<=`, `>`, `<`
 * before a date. `null` for anything else.
 */
export function dateRangeOf(typed: string): DateRange | null {
  const compared = /^(>=|<=|>|<)(.*)$/.exec(typed)
  if (compared !== null) return comparedRange(compared[1] ?? '', compared[2] ?? '')
  const [first = '', last, ...more] = typed.split('..')
  if (last === undefined) return daysOf(first)
  if (more.length > 0 || (first === '' && last === '')) return null
  const from = first === '' ? null : daysOf(first)
  const to = last === '' ? null : daysOf(last)
  if ((first !== '' && from === null) || (last !== '' && to === null)) return null
  return { from: from?.from ?? null, to: to?.to ?? null }
}

function comparedRange(sign: string, date: string): DateRange | null {
  const days = daysOf(date)
  if (days === null) return null
  switch (sign) {
    case '>=':
      return { from: days.from, to: null }
    case '<=':
      return { from: null, to: days.to }
    case '>':
      return { from: dayAfter(days.to), to: null }
    default:
      return { from: null, to: dayBefore(days.from) }
  }
}

/** What is written so sorts after a day, and before every later one. */
function dayAfter(day: string | null): string {
  return `${day ?? ''}+`
}

/** What is written so sorts before a day, and after every earlier one. */
function dayBefore(day: string | null): string {
  const [year = '', month = '', date = ''] = (day ?? '').split('-')
  return `${year}-${month}-${String(Number(date) - 1).padStart(2, '0')}~`
}

/** The days of a year, a month or a day. Months have 31 of them here: dates are compared as they are written. */
function daysOf(date: string): DateRange | null {
  const match = datePattern.exec(date)
  if (match === null) return null
  const [, year = '', month, day] = match
  const isDate = (month ?? '01') <= '12' && (month ?? '01') >= '01' && (day ?? '01') >= '01'
  if (!isDate || (day ?? '01') > '31') return null
  return {
    from: `${year}-${month ?? '01'}-${day ?? '01'}`,
    to: `${year}-${month ?? '12'}-${day ?? '31'}`,
  }
}

/** Whether a document’s date, as its source says it, lies in a range with all that it may be: `2024` is all of the year. */
export function isInRange(date: string | null, { from, to }: DateRange): boolean {
  const days = daysOf(/^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|[T ])/.exec(date ?? '')?.[0] ?? '')
  if (days?.from == null || days.to === null) return false
  return (from === null || days.from >= from) && (to === null || days.to <= to)
}
