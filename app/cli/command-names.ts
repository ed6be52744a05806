/** The commands of `verbatim`, in the order of the help. */
export const commandNames = [
  'new',
  'import',
  'export',
  'check',
  'repair',
  'compact',
  'stats',
  'serve',
] as const

/** What stands for a command where one asks about the program itself. */
const questions: ReadonlySet<string> = new Set(['help', '--help', '-h', '--version'])

const known: ReadonlySet<string> = new Set(commandNames)

/** Whether a command line that begins with this is for `verbatim` to answer in words. */
export function isForTerminal(first: string): boolean {
  return known.has(first) || questions.has(first)
}
