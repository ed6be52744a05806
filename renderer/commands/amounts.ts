import { formatNumber } from '../../shared/language/format.ts'
/** A number of things in words: `1 document`, `12 documents`. */
export function countOf(count: number, noun: string): string {
  return `${formatNumber(count)} ${count === 1 ? noun : `${noun}s`}`
}

/** A size of a file in words. kB and MB are 1024 and 1024² bytes, as the limits on imports are. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return countOf(bytes, 'byte')
  const kilobytes = bytes / 1024
  if (Math.round(kilobytes) < 1024) return `${Math.round(kilobytes)} kB`
  const megabytes = kilobytes / 1024
  return `${formatNumber(megabytes, { maximumFractionDigits: 1 })} MB`
}
