import { flushSync } from 'react-dom'

import { t } from '../../shared/language/translate.ts'
import { isFiltered, noSpeaker, plainListView, type ListView } from '../store/list-view.ts'
import { annotatorOf, currentAnnotationOf, listedAnnotations } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import { withDocument, type Command } from './command.ts'
import { focusWithin } from './focusing.ts'

/** Which annotations the list shows, and in which order. */
export function listCommands(): readonly Command[] {
  return [
    list('filterList', t('commands:list.filter.title'), 'Shift+f', openFilters, {
      words: t('commands:list.filter.words'),
    }),
    only(
      'onlyIncomplete',
      t('commands:list.incomplete.title'),
      'Shift+i',
      () => ({ incomplete: true }),
      {
        words: t('commands:list.incomplete.words'),
      },
    ),
    only('onlyWithNote', t('commands:list.withNote.title'), 'Shift+n', () => ({ withNote: true }), {
      words: t('commands:list.withNote.words'),
    }),
    only('onlyLabel', t('commands:list.sameLabel.title'), 'Shift+l', labelHere, {
      words: t('commands:list.sameLabel.words'),
      possible: (state) => currentAnnotationOf(state) !== null,
    }),
    only('onlySpeaker', t('commands:list.sameSpeaker.title'), 'Shift+s', speakerHere, {
      words: t('commands:list.sameSpeaker.words'),
      possible: (state) => currentAnnotationOf(state) !== null,
    }),
    only(
      'onlyMine',
      t('commands:list.mine.title'),
      'Shift+b',
      (state) => ({ annotator: annotatorOf(state) }),
      {
        words: t('commands:list.mine.words'),
      },
    ),
    list('showAll', t('commands:list.showAll.title'), 'Shift+a', showAll, {
      words: t('commands:list.showAll.words'),
      possible: ({ listView, filtersOpen }) => filtersOpen || isFiltered(listView),
    }),
    order('place', t('commands:list.order.place'), 'Alt+Shift+KeyP'),
    order('newest', t('commands:list.order.newest'), 'Alt+Shift+KeyN'),
    order('changed', t('commands:list.order.changed'), 'Alt+Shift+KeyC'),
  ]
}

/** Changes which annotations the list shows; what was chosen in it may be gone from it. */
export function setListView(session: Session, change: Partial<ListView>): void {
  session.store.setState(({ listView }) => ({
    listView: { ...listView, ...change },
    chosenIds: [],
  }))
}

/** Lets every annotation through again and puts the filters away. The order stays. */
export function showAll(session: Session): void {
  const hadKeyboard = document.activeElement?.closest('.list-filters') != null
  const { order: same } = session.store.getState().listView
  flushSync(() => {
    setListView(session, { ...plainListView, order: same })
    session.store.setState({ filtersOpen: false })
  })
  // The fields are gone.
  if (hadKeyboard) focusWithin(document.querySelector('.list-filters'))
  announceShown(session)
}

/** Shows the filters and gives the first of them the keyboard. */
function openFilters(session: Session): void {
  flushSync(() => {
    session.store.setState({ filtersOpen: true })
  })
  focusWithin(document.querySelector('.list-filters-fields'))
}

function labelHere(state: WorkbenchState): Partial<ListView> {
  return { label: currentAnnotationOf(state)?.label ?? null }
}

/** Of a chain, whoever spoke. */
function speakerHere(state: WorkbenchState): Partial<ListView> {
  return { speaker: currentAnnotationOf(state)?.attribution.at(-1) ?? noSpeaker }
}

function announceShown(session: Session): void {
  const state = session.store.getState()
  const count = state.document?.annotations.length ?? 0
  session.announce(
    isFiltered(state.listView)
      ? t('commands:list.shown', { shown: listedAnnotations(state).length, count })
      : t('commands:list.shownAll', { count }),
  )
}

/** Sets a filter beside those that are set, or takes it away where it is set already. */
function only(
  id: string,
  title: string,
  key: string,
  filterOf: (state: WorkbenchState) => Partial<ListView>,
  more: Partial<Command>,
): Command {
  const run = (session: Session): void => {
    const state = session.store.getState()
    const filter = filterOf(state)
    const isSet = isSameView(state.listView, { ...state.listView, ...filter })
    setListView(session, isSet ? plainOf(filter) : filter)
    announceShown(session)
  }
  return list(id, title, key, run, more)
}

function isSameView(one: ListView, other: ListView): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What lets through everything that a filter keeps back. */
function plainOf(filter: Partial<ListView>): Partial<ListView> {
  return Object.fromEntries(
    Object.entries(plainListView).filter(([name]) => Object.hasOwn(filter, name)),
  )
}

function order(by: ListView['order'], title: string, key: string): Command {
  const run = (session: Session): void => {
    setListView(session, { order: by })
    session.announce(`${title}.`)
  }
  return list(`order-${by}`, title, key, run, { words: t('commands:list.order.words') })
}

function list(
  id: string,
  title: string,
  key: string,
  run: Command['run'],
  more: Partial<Command>,
): Command {
  return {
    id,
    title,
    group: 'list',
    keys: [key],
    scope: 'window',
    possible: withDocument,
    run,
    ...more,
  }
}
