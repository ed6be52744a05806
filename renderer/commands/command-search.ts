import { foldForSearch, searchWords } from '../../shared/text/folding.ts'
import { groupName, type Command } from './command.ts'

/** Whether a command is one that somebody looks for: its title, group and other words hold all that was typed. */
export function commandFinder(typed: string): (command: Command) => boolean {
  const wanted = searchWords(typed)
  return ({ title, group, words = '' }) => {
    const held = foldForSearch(`${title} ${groupName(group)} ${words}`)
    return wanted.every((word) => held.includes(word))
  }
}
