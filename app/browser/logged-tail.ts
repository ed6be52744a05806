/** How many lines are kept. */
const limit = 200

/** The last lines of a log that goes to the terminal, which keeps none for us. */
export function withTail(log: (line: string) => void): {
  /** Logs a line and remembers it for a while. */
  readonly log: (line: string) => void
  /** The last lines with their time (ISO 8601, UTC), the newest at the end. */
  readonly tail: (lines: number) => readonly string[]
} {
  const kept: string[] = []
  return {
    log: (line) => {
      kept.push(...`${new Date().toISOString()} ${line}`.split('\n'))
      kept.splice(0, kept.length - limit)
      log(line)
    },
    tail: (lines) => kept.slice(-lines),
  }
}
