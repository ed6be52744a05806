import { t } from '../../shared/language/translate.ts'
import { withProject, type Command } from './command.ts'
import { canSaveSearch, startSaving } from './saved-searches.ts'
import { openSearch, stepHit } from './searching.ts'

/** Searching the whole project, and going from hit to hit. */
export function searchCommands(): readonly Command[] {
  return [
    {
      id: 'search',
      title: t('commands:search.open.title'),
      words: t('commands:search.open.words'),
      group: 'find',
      keys: ['$mod+Shift+f'],
      scope: 'always',
      possible: withProject,
      run: (session) => {
        openSearch(session)
      },
    },
    step('nextHit', t('commands:search.next'), 'F4', 1),
    step('previousHit', t('commands:search.previous'), 'Shift+F4', -1),
    {
      id: 'saveSearch',
      title: t('commands:search.save.title'),
      words: t('commands:search.save.words'),
      group: 'find',
      keys: ['$mod+Shift+s'],
      scope: 'always',
      views: ['search'],
      possible: canSaveSearch,
      run: startSaving,
    },
  ]
}

function step(id: string, title: string, key: string, by: 1 | -1): Command {
  return {
    id,
    title,
    group: 'find',
    keys: [key],
    scope: 'always',
    possible: ({ project, search }) => project !== null && search.progress !== null,
    run: (session) => void stepHit(session, by),
  }
}
