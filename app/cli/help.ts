import type { Command } from './command.ts'

const exitStatuses = `Exit status:
  0  all done
  1  done, but some input was refused, or check found something
  2  wrong usage
  3  the project or an input could not be read, or the output not be written`

export function usageLine({ name, usage }: Command): string {
  return `Usage: verbatim ${name} ${usage}`
}

export function commandHelp(command: Command): string {
  return [
    usageLine(command),
    '',
    command.summary,
    '',
    command.help.trim(),
    '  --json        print the result as JSON on standard output',
    '  -h, --help    print this help',
    '',
    exitStatuses,
  ].join('\n')
}

export function programHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Usage: verbatim COMMAND …',
    '',
    'Tags spans of news articles as claim, quote, denial or analysis, exact to the character.',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'verbatim COMMAND --help says more of a command; verbatim --version prints the version.',
    '',
    exitStatuses,
  ].join('\n')
}
