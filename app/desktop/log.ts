import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** A log file is put aside once it has this many bytes; the one put aside before is gone then. */
const mostBytes = 512 * 1024

export type Log = {
  readonly path: string
  /** Adds lines with their time (ISO 8601, UTC). Written at once: the process may be about to end. */
  readonly write: (text: string) => void
  /** The last lines, the newest at the end. */
  readonly tail: (lines: number) => readonly string[]
}

/** The log of the desktop shell: never more than two files of half a mebibyte. What is written to it quotes no article. */
export function createLog(path: string): Log {
  mkdirSync(dirname(path), { recursive: true })
  const before = `${path}.1`

  function write(text: string): void {
    try {
      if (existsSync(path) && statSync(path).size >= mostBytes) renameSync(path, before)
      appendFileSync(path, `${new Date().toISOString()} ${text}\n`)
    } catch {
      // A full disk takes no lines; work that can go on is not stopped for want of a log.
    }
  }

  return {
    path,
    write,
    tail: (lines) => {
      const newest = linesOf(path)
      const older = newest.length < lines ? linesOf(before) : []
      return [...older, ...newest].slice(-lines)
    },
  }
}

function linesOf(path: string): readonly string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : []
}
