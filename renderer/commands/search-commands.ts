import { withProject, type Command } from './command.ts'
import { canSaveSearch, startSaving } from './saved-searches.ts'
import { openSearch, stepHit } from './searching.ts'

/** Searching the whole project, and going from hit to hit. */
export const searchCommands: readonly Command[] = [
  {
    id: 'search',
    title: 'Search the project…',
    words: 'find all documents results hits back concordance query',
    group: 'find',
    keys: ['$mod+Shift+f'],
    scope: 'always',
    possible: withProject,
    run: (session) => {
      openSearch(session)
    },
  },
  step('nextHit', 'Next hit of the search', 'F4', 1),
  step('previousHit', 'Previous hit of the search', 'Shift+F4', -1),
  {
    id: 'saveSearch',
    title: 'Save this search…',
    words: 'keep name query',
    group: 'find',
    keys: ['$mod+Shift+s'],
    scope: 'always',
    overSearch: true,
    possible: canSaveSearch,
    run: startSaving,
  },
]

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
