import type { Failure, Result } from '../../shared/result.ts'
import type { commandNames } from './command-names.ts'
import type { Terminal } from './terminal.ts'

/** What a command did: its exit status, its result for programs and the same for people. */
export type Outcome = {
  /** 0: all done. 1: done, but something was refused or found. 3: a project or input could not be read. */
  readonly status: 0 | 1 | 3
  /** What `--json` prints; nothing where `undefined`. */
  readonly result: unknown
  /** What is printed without `--json`. */
  readonly lines: readonly string[]
}

/** One command of `verbatim`. */
export type Command = {
  readonly name: (typeof commandNames)[number]
  /** Its arguments, after the name. */
  readonly usage: string
  readonly summary: string
  /** The rest of its help: options and what one should know. */
  readonly help: string
  /** Throws `UsageError` where the arguments are wrong. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<Result<Outcome>>
}

/** Wrong usage, in a sentence: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A failure as it is printed for people. */
export function sayFailure({ message, remedy }: Failure): string {
  return `${message} ${remedy}`
}
