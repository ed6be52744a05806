import { formatNumber } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'

/** A size of a file in words. kB and MB are 1024 and 1024² bytes, as the limits on imports are. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return t('commands:amounts.bytes', { count: bytes })
  const kilobytes = bytes / 1024
  if (Math.round(kilobytes) < 1024) {
    return t('commands:amounts.kilobytes', { kilobytes: formatNumber(Math.round(kilobytes)) })
  }
  const megabytes = formatNumber(kilobytes / 1024, { maximumFractionDigits: 1 })
  return t('commands:amounts.megabytes', { megabytes })
}
