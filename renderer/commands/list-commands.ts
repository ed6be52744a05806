import { flushSync } from 'react-dom'

import { formatNumber } from '../../shared/language/format.ts'
import { isFiltered, noSpeaker, plainListView, type ListView } from '../store/list-view.ts'
import { annotatorOf, currentAnnotationOf, listedAnnotations } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import { countOf } from './amounts.ts'
import { withDocument, type Command } from './command.ts'
import { focusWithin } from './focusing.ts'

/** Which annotations the list shows, and in which order. */
export const listCommands: readonly Command[] = [
  list('filterList', 'Find and filter annotations…', 'Shift+f', openFilters, {
    words: 'search narrow words attribute annotator',
  }),
  only('onlyIncomplete', 'Only incomplete annotations', 'Shift+i', () => ({ incomplete: true }), {
    words: 'missing required unfinished',
  }),
  only('onlyWithNote', 'Only annotations with a note', 'Shift+n', () => ({ withNote: true }), {
    words: 'comment remark',
  }),
  only('onlyLabel', 'Only annotations with the same label', 'Shift+l', labelHere, {
    words: 'current',
    possible: (state) => currentAnnotationOf(state) !== null,
  }),
  only('onlySpeaker', 'Only annotations of the same speaker', 'Shift+s', speakerHere, {
    words: 'current person source',
    possible: (state) => currentAnnotationOf(state) !== null,
  }),
  only(
    'onlyMine',
    'Only my own annotations',
    'Shift+b',
    (state) => ({ annotator: annotatorOf(state) }),
    {
      words: 'annotator made by me',
    },
  ),
  list('showAll', 'Show all annotations', 'Shift+a', showAll, {
    words: 'filter none clear reset remove',
    possible: ({ listView, filtersOpen }) => filtersOpen || isFiltered(listView),
  }),
  order('place', 'Order annotations: by place', 'Alt+Shift+KeyP'),
  order('newest', 'Order annotations: newest first', 'Alt+Shift+KeyN'),
  order('changed', 'Order annotations: last changed first', 'Alt+Shift+KeyC'),
]

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
  const all = countOf(state.document?.annotations.length ?? 0, 'annotation')
  session.announce(
    isFiltered(state.listView)
      ? `The list shows ${formatNumber(listedAnnotations(state).length)} of ${all}.`
      : `The list shows all ${all}.`,
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
  return list(id, title, key, run, { ...more, words: `filter ${more.words ?? ''}` })
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
  return list(`order-${by}`, title, key, run, { words: 'sort' })
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
