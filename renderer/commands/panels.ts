import { t } from '../../shared/language/translate.ts'
import type { Session } from '../store/session.ts'
import { sidePanels, type SidePanelName } from '../store/state.ts'
import { withProject, type Command } from './command.ts'
import { focusView, leaveView, showView, uncover, viewOf, views } from './covering.ts'
import { closeFind } from './finding.ts'
import { focusWithin } from './focusing.ts'
import { endSearch } from './searching.ts'

/** What a part of the desk below the documents is called. */
export function sidePanelTitle(name: SidePanelName): string {
  return t(`commands:panels.titles.${name}`)
}

/** Going from one part of the desk to another, and showing and folding what is below the documents. */
export function panelCommands(): readonly Command[] {
  return [
    {
      id: 'article',
      title: t('commands:panels.article'),
      group: 'goTo',
      views,
      keys: ['Escape'],
      scope: 'always',
      possible: withProject,
      run: (session) => {
        if (leaveView(session) || closeFind(session)) return
        endSearch(session)
        if (session.store.getState().stickyLabel !== null) {
          session.store.setState({ stickyLabel: null })
          session.announce(t('commands:tagging.everyEnded'))
        }
        session.article()?.focus()
      },
    },
    region('nextRegion', t('commands:panels.nextRegion'), ['F6'], 1),
    region('previousRegion', t('commands:panels.previousRegion'), ['Shift+F6'], -1),
    focusList('annotationList', t('commands:panels.annotationList'), ['l'], 'annotations'),
    focusList('documentList', t('commands:panels.documentList'), ['d'], 'documents'),
    ...sidePanels.map((name, index): Command => ({
      id: `panel-${name}`,
      title: sidePanelTitle(name),
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
      title: t('commands:panels.fold'),
      group: 'show',
      views: ['desk'],
      keys: ['Alt+Digit0'],
      scope: 'always',
      possible: ({ sidePanel }) => sidePanel !== null,
      run: (session) => {
        session.store.setState({ sidePanel: null })
        session.article()?.focus()
      },
    },
  ]
}

/** Shows a part of the desk below the documents and gives it the keyboard. Gives its element. */
export function showSidePanel(session: Session, name: SidePanelName): Element | null {
  showView(session, 'desk', { sidePanel: name })
  const panel = document.querySelector(`[data-region="${name}"]`)
  focusWithin(panel)
  return panel
}

function region(id: string, title: string, keys: readonly string[], by: 1 | -1): Command {
  return {
    id,
    title,
    group: 'goTo',
    views,
    keys,
    scope: 'always',
    possible: withProject,
    run: (session, target) => {
      // What covers the desk is the only part of the window then.
      if (viewOf(session.store.getState()) !== 'desk') {
        focusView(session)
        return
      }
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]:not([inert] *)')]
      const here = regions.findIndex((element) => element.contains(target))
      const next = regions[(Math.max(here, 0) + by + regions.length) % regions.length]
      focusWithin(next ?? null)
    },
  }
}

function focusList(id: string, title: string, keys: readonly string[], part: string): Command {
  return {
    id,
    title,
    group: 'goTo',
    views,
    keys,
    scope: 'window',
    possible: withProject,
    run: (session) => {
      // The table is a list of documents itself.
      if (part === 'documents' && viewOf(session.store.getState()) === 'table') {
        focusView(session)
        return
      }
      uncover(session)
      focusWithin(document.querySelector(`[data-region="${part}"] [role="listbox"]`))
    },
  }
}
