import { formatDate, formatRelativeTime } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'

const minute = 60_000
const hour = 60 * minute

/** When something happened, in words for a list: `5 minutes ago`, `yesterday`, after a week the date. Both are in ms. */
export function timeInWords(then: number, now: number): string {
  const passed = Math.max(0, now - then)
  const days = Math.round((startOfDay(now) - startOfDay(then)) / (24 * hour))
  if (days > 7) return formatDate(then)
  if (days > 0) return formatRelativeTime(-days, 'day')
  if (passed < minute) return t('panels:time.justNow')
  if (passed < hour) return formatRelativeTime(-Math.floor(passed / minute), 'minute')
  return formatRelativeTime(-Math.floor(passed / hour), 'hour')
}

/** Midnight here. Days with a change of clocks are an hour longer or shorter. */
function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0)
}
