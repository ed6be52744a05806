import { locales, type Language } from './languages.ts'
import { presentLanguage } from './present-language.ts'

/** Formats of a kind are costly to make and are wanted again and again: one for each language and set of options. */
function remembered<Options extends object, Made>(
  make: (locale: string, options: Options) => Made,
): (options: Options) => Made {
  const made = new Map<string, Made>()
  return (options) => {
    const language: Language = presentLanguage()
    const key = `${language} ${JSON.stringify(options)}`
    const present = made.get(key) ?? make(locales[language], options)
    made.set(key, present)
    return present
  }
}

const numbers = remembered(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)
const dates = remembered(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)
const relativeTimes = remembered(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
)
const lists = remembered(
  (locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
)

/** A number as the present language writes it: `12,000`. Numbers in messages are written so by themselves. */
export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  return numbers(options).format(value)
}

/** A share of 1 in per cent: `12.5%`, with at most so many digits after the point. */
export function formatPercent(share: number, maximumFractionDigits = 0): string {
  return numbers({ style: 'percent', maximumFractionDigits }).format(share)
}

/** A day: `12 Nov 2026`. A number is in ms since 1970. */
export function formatDate(
  date: Date | number,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' },
): string {
  return dates(options).format(date)
}

/** A time of day: `15:04`. */
export function formatTime(date: Date | number): string {
  return formatDate(date, { timeStyle: 'short' })
}

/** Both: `12 Nov 2026, 15:04`. */
export function formatDateTime(date: Date | number): string {
  return formatDate(date, { dateStyle: 'medium', timeStyle: 'short' })
}

/** So many units from now, in words: `yesterday`, `5 minutes ago`, `in 2 hours`. */
export function formatRelativeTime(value: number, unit: Intl.RelativeTimeFormatUnit): string {
  return relativeTimes({ numeric: 'auto' }).format(value, unit)
}

/** Several things in a row: `a, b and c`. */
export function formatAll(things: readonly string[]): string {
  return lists({ type: 'conjunction' }).format(things)
}

/** Several things to choose one of: `a, b or c`. */
export function formatAny(things: readonly string[]): string {
  return lists({ type: 'disjunction' }).format(things)
}
