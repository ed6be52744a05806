const isoDate =
  /^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/

const month = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i

/**
 * A date of a source as ISO 8601: kept where it is that already, and otherwise read as dates are written in mails and
 * on the web (`Mon, 3 Mar 2025 10:00:00 +0100`, `March 3, 2025`). `null` for what is no date; `3/4/2025` is none,
 * because it means two days.
 */
export function isoDateOf(text: string): string | null {
  const date = text.trim()
  if (date.length > 100) return null
  if (isoDate.test(date)) {
    const joined = date.replace(/^(\S+) (\d{2}:)/, '$1T$2').replace(/\s/, '')
    const zoned = joined.replace(/(:.*[+-]\d{2})(\d{2})$/, '$1:$2').replace(',', '.')
    return Number.isNaN(Date.parse(zoned)) ? null : zoned
  }
  // Without a month in letters, the parser would guess which number is the month.
  if (!month.test(date) || !/\d{4}/.test(date)) return null
  const zoned = /(?:[+-]\d{4}|\bUTC?|\bGMT|\b[ECMP][SD]T)\b/i.test(date)
  const time = Date.parse(zoned ? date : `${date} UTC`)
  if (Number.isNaN(time)) return null
  const iso = new Date(time).toISOString()
  return /\d:\d{2}/.test(date) ? iso.replace('.000Z', 'Z') : iso.slice(0, 10)
}
