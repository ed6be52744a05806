import { flushSync } from 'react-dom'

import type { Session } from '../store/session.ts'
import { sidePanels, type SidePanelName } from '../store/state.ts'
import { withProject, type Command } from './command.ts'
import { uncover } from './covering.ts'
import { closeTable } from './document-table.ts'
import { closeFind } from './finding.ts'
import { focusWithin } from './focusing.ts'
import { closeNumbers } from './numbers.ts'
import { closeSearch, endSearch } from './searching.ts'

export const sidePanelTitles: Readonly<Record<SidePanelName, string>> = {
  guidelines: 'Guidelines',
  relations: 'Relations',
  speakers: 'Speakers',
  history: 'History',
  review: 'Review',
}

/** Going from one part of the desk to another, and showing and folding what is below the documents. */
export const panelCommands: readonly Command[] = [
  {
    id: 'article',
    title: 'Go to the article text',
    group: 'goTo',
    keys: ['Escape'],
    scope: 'always',
    inTable: true,
    possible: withProject,
    run: (session) => {
      if (closeTable(session) || closeNumbers(session)) return
      if (closeFind(session) || closeSearch(session)) return
      endSearch(session)
      if (session.store.getState().stickyLabel !== null) {
        session.store.setState({ stickyLabel: null })
        session.announce('Tagging as you select has ended.')
      }
      session.article()?.focus()
    },
  },
  region('nextRegion', 'Next part of the window', ['F6'], 1),
  region('previousRegion', 'Previous part of the window', ['Shift+F6'], -1),
  focusList('annotationList', 'List of annotations', ['l'], 'Annotations'),
  focusList('documentList', 'List of documents', ['d'], 'Documents'),
  ...sidePanels.map((name, index): Command => ({
    id: `panel-${name}`,
    title: sidePanelTitles[name],
    group: 'show',
    keys: [`Alt+Digit${index + 1}`],
    scope: 'always',
    possible: withProject,
    run: (session) => {
      showSidePanel(session, name)
    },
  })),
  {
    id: 'foldPanel',
    title: 'Fold the part below the documents',
    group: 'show',
    keys: ['Alt+Digit0'],
    scope: 'always',
    possible: ({ sidePanel }) => sidePanel !== null,
    run: (session) => {
      session.store.setState({ sidePanel: null })
      session.article()?.focus()
    },
  },
]

/** Shows a part of the desk below the documents and gives it the keyboard. Gives its element. */
export function showSidePanel(session: Session, name: SidePanelName): Element | null {
  uncover(session)
  session.store.setState({ sidePanel: name })
  flushSync(session.catchUp)
  const panel = document.querySelector(`[data-region="${name}"]`)
  focusWithin(panel)
  return panel
}

function region(id: string, title: string, keys: readonly string[], by: 1 | -1): Command {
  return {
    id,
    title,
    group: 'goTo',
    keys,
    scope: 'always',
    possible: withProject,
    run: (_session, target) => {
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]:not([inert] *)')]
      const here = regions.findIndex((element) => element.contains(target))
      const next = regions[(Math.max(here, 0) + by + regions.length) % regions.length]
      focusWithin(next ?? null)
    },
  }
}

function focusList(id: string, title: string, keys: readonly string[], name: string): Command {
  return {
    id,
    title,
    group: 'goTo',
    keys,
    scope: 'window',
    possible: withProject,
    run: (session) => {
      uncover(session)
      focusWithin(document.querySelector(`[data-region="${name.toLowerCase()}"] [role="listbox"]`))
    },
  }
}
