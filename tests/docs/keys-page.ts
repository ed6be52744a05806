import { groupName, type Command } from '../../renderer/commands/command.ts'
import { keyName } from '../../renderer/commands/key-names.ts'
import { commandGroups } from '../../shared/contract.ts'

const beginning = `# All keys

Every command with the key it comes with, under the headings that the list of commands has. <kbd>?</kbd> shows the same list in
Verbatim, with the keys that you chose; [Settings and keys](settings.md#keys) tells how. <kbd>Ctrl</kbd>+<kbd>K</kbd> runs any of them by
name.
`

/** The page of keys, as the formatter leaves it: a table for each group of commands. */
export function keysPage(commands: readonly Command[]): string {
  const sections = commandGroups.map((group) => {
    const rows = commands
      .filter((command) => command.group === group)
      .map(({ keys, title }) => [keys.map(keyMarkup).join(' or '), title] as const)
    return `\n## ${groupName(group)}\n\n${tableOf(['key', 'command'], rows)}`
  })
  return beginning + sections.join('')
}

/** `Ctrl+K` as `<kbd>Ctrl</kbd>+<kbd>K</kbd>`; a plus at the end is a key. */
function keyMarkup(press: string): string {
  return keyName(press)
    .split(/(?<=.)\+(?=.)/)
    .map((key) => `<kbd>${key.replace('<', '&lt;').replace('>', '&gt;')}</kbd>`)
    .join('+')
}

type Pair = readonly [string, string]

function tableOf(head: Pair, rows: readonly Pair[]): string {
  const all = [head, ...rows]
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[], filling: string): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, filling)).join(' | ')} |\n`
  return [line(head, ' '), line(['', ''], '-'), ...rows.map((row) => line(row, ' '))].join('')
}
