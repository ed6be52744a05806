/** An error of a thread: the message that it had there, and what a log may hold of it. */
export class ThreadError extends Error {
  override readonly name = 'ThreadError'
  /** As `describeError` gives it in the thread. */
  readonly description: string

  constructor(message: string, description: string) {
    super(message)
    this.description = description
  }
}

/**
 * An error as a log holds it: its kind, its codes, where in the program it came to pass, and its causes. Never its
 * message: that may quote an article, a name or a path. Files of the program are named without their folders.
 */
export function describeError(error: unknown): string {
  if (error instanceof ThreadError) return error.description
  if (!(error instanceof Error)) return `Something was thrown that is no error (${typeof error})`
  const head = [kindOf(error), ...codesOf(error)].join(' ')
  const frames = framesOf(error).map((frame) => `\n    at ${frame}`)
  const cause = error.cause === undefined ? '' : `\nCaused by: ${describeError(error.cause)}`
  return `${head}${frames.join('')}${cause}`
}

/** The name of the class: `name` can be set to anything. */
function kindOf(error: Error): string {
  return error.constructor.name || 'Error'
}

/** `ENOENT`, `ERR_WORKER_OUT_OF_MEMORY`, and SQLite’s extended result codes. */
function codesOf(error: Error): readonly string[] {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const number = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null
  return [
    ...(/^[A-Z0-9_]{1,60}$/.test(code) ? [code] : []),
    ...(number === null ? [] : [`${number}`]),
  ]
}

/** The stack begins with the message as it was when the error was made; where it is not found, nothing can be told apart. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const at = stack.indexOf(message)
  if (at < 0) return []
  return stack
    .slice(at + message.length)
    .split('\n')
    .flatMap((line) => {
      const [, name, place] =
        /^ +at (?:([\w.$<>[\]# ]+) \()?(?:.*[\\/])?([^\\/]+:\d+:\d+)\)?$/.exec(line) ?? []
      if (place === undefined) return []
      return name === undefined ? [place] : [`${name} (${place})`]
    })
}
