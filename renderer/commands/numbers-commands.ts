import { t } from '../../shared/language/translate.ts'
import type { Session } from '../store/session.ts'
import { withProject, type Command } from './command.ts'
import { focusOnceThere } from './focusing.ts'
import { countEverything, toggleNumbers } from './numbers.ts'
import { showSidePanel } from './panels.ts'

/** The project in numbers. */
export function numbersCommands(): readonly Command[] {
  return [
    {
      id: 'numbers',
      title: t('commands:numbers.title'),
      words: t('commands:numbers.words'),
      group: 'show',
      keys: ['Alt+KeyU'],
      scope: 'always',
      possible: withProject,
      run: toggleNumbers,
    },
    {
      id: 'countEverything',
      title: t('commands:numbers.countEverything.title'),
      words: t('commands:numbers.countEverything.words'),
      group: 'show',
      keys: ['Alt+Shift+KeyQ'],
      scope: 'always',
      views: ['numbers'],
      run: countEverything,
    },
  ]
}

/** Goes from the numbers to the list of claims that nobody denies. */
export function showFirstGap(session: Session): void {
  session.store.setState({ relationsView: 'first' })
  focusOnceThere(showSidePanel(session, 'relations'), '.relations-list [role="row"]')
}
