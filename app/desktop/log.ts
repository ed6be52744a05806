import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Adds lines with their time (ISO 8601, UTC) to the log file. Written at once: the process may be about to end. */
export function createLog(path: string): (text: string) => void {
  mkdirSync(dirname(path), { recursive: true })
  return (text) => appendFileSync(path, `${new Date().toISOString()} ${text}\n`)
}

/** An error as the log holds it: with its stack and causes, where it has them. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : `\nCaused by: ${describeError(error.cause)}`
  return `${error.stack ?? error.message}${cause}`
}
