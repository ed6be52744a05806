import type { Command } from './command.ts'
import { focusWithin } from './focusing.ts'

/** A command of the table of all documents alone. */
export function tableCommand(
  id: string,
  about: Pick<Command, 'title' | 'words'>,
  key: string,
  run: Command['run'],
  possible?: Command['possible'],
): Command {
  return {
    id,
    ...about,
    group: 'table',
    keys: [key],
    scope: 'window',
    ...(possible === undefined ? {} : { possible }),
    run,
  }
}

/** One that leads to the control of the table which says the same. */
export function leadToControl(
  id: string,
  about: Pick<Command, 'title' | 'words'>,
  key: string,
): Command {
  return tableCommand(id, about, key, () => {
    focusWithin(document.querySelector(`.all-documents [data-command="${id}"]`))
  })
}
