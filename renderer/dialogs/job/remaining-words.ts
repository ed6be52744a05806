import { t } from '../../../shared/language/translate.ts'
/** An estimate (ms) in words that do not pretend to be exact. */
export function remainingWords(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 10) return t('jobs:job.left.few')
  if (seconds < 55) return t('jobs:job.left.seconds', { count: Math.ceil(seconds / 10) * 10 })
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return t('jobs:job.left.minutes', { count: minutes })
  return t('jobs:job.left.hours', { count: Math.round(minutes / 60) })
}
