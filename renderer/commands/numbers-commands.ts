import type { Session } from '../store/session.ts'
import { withProject, type Command } from './command.ts'
import { focusOnceThere } from './focusing.ts'
import { countEverything, toggleNumbers } from './numbers.ts'
import { showSidePanel } from './panels.ts'

/** The project in numbers. */
export const numbersCommands: readonly Command[] = [
  {
    id: 'numbers',
    title: 'Numbers',
    words: 'statistics counts charts plots pictures progress pace matrix',
    group: 'show',
    keys: ['Alt+KeyU'],
    scope: 'always',
    possible: withProject,
    run: toggleNumbers,
  },
  {
    id: 'countEverything',
    title: 'Count everything in the numbers again',
    words: 'statistics clear filter',
    group: 'show',
    keys: ['Alt+Shift+KeyQ'],
    scope: 'always',
    possible: ({ numbers }) => numbers !== null,
    run: countEverything,
  },
]

/** Goes from the numbers to the list of claims that nobody denies. */
export function showFirstGap(session: Session): void {
  session.store.setState({ relationsView: 'first' })
  focusOnceThere(showSidePanel(session, 'relations'), '.relations-list [role="row"]')
}
