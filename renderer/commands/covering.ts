import { flushSync } from 'react-dom'

import type { CommandGroup } from '../../shared/contract.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import { focusWithin } from './focusing.ts'

/** What the window shows of a project: the desk, or one of what covers it. */
export const views = ['desk', 'search', 'numbers', 'table'] as const
export type View = (typeof views)[number]

type Covering = Pick<WorkbenchState, 'allDocuments' | 'numbers' | 'search'>

export function viewOf({ allDocuments, numbers, search }: Covering): View {
  if (allDocuments) return 'table'
  if (numbers !== null) return 'numbers'
  return search.open ? 'search' : 'desk'
}

/**
 * Where commands are for, unless they say so themselves. What is about the article or a list is for the desk alone: nothing
 * is done to what is covered. What leads to a part of the desk is for every view, and takes away what covers it.
 */
const viewsOfGroup: Readonly<Record<CommandGroup, readonly View[]>> = {
  tag: ['desk'],
  select: ['desk'],
  annotation: ['desk'],
  relation: ['desk'],
  review: ['desk'],
  goTo: ['desk'],
  find: views,
  show: views,
  list: ['desk'],
  document: ['desk', 'table'],
  table: ['table'],
  project: views,
}

/** A command as far as it matters where it is for. */
type Placed = { readonly group: CommandGroup; readonly views?: readonly View[] }

/** The views that a command is for. In the others it is not possible, and its keys are nobody’s or another command’s. */
export function viewsOf({ group, views: own = viewsOfGroup[group] }: Placed): readonly View[] {
  return own
}

/** Whether a command is for what is on screen. */
export function isForView(command: Placed, state: Covering): boolean {
  return viewsOf(command).includes(viewOf(state))
}

/** Shows the desk or what covers it, at once: what is covered cannot have the keyboard, which is left to whoever asks for it. */
export function showView(session: Session, view: View, more: Partial<WorkbenchState> = {}): void {
  session.store.setState(({ search }) => ({
    numbers: null,
    allDocuments: view === 'table',
    search: { ...search, open: view === 'search' },
    ...more,
  }))
  flushSync(session.catchUp)
}

/** Takes away whatever covers the desk. */
export function uncover(session: Session): void {
  if (viewOf(session.store.getState()) !== 'desk') showView(session, 'desk')
}

/** Goes back to the article from whatever covers it. False where nothing does. */
export function leaveView(session: Session): boolean {
  if (viewOf(session.store.getState()) === 'desk') return false
  showView(session, 'desk')
  focusView(session)
  return true
}

/** Where work begins in what covers the desk; the first that is there. */
const beginnings: Readonly<Record<Exclude<View, 'desk'>, readonly string[]>> = {
  search: ['#search-text'],
  numbers: ['[data-region="numbers"]'],
  table: ['.documents-table-body', '.all-documents>.empty', '[data-region="all-documents"]'],
}

/** Gives the keyboard to the article or to what covers it; to the documents where none is open. */
export function focusView(session: Session): void {
  const state = session.store.getState()
  const view = viewOf(state)
  if (view === 'desk' && state.document !== null) {
    session.article()?.focus()
    return
  }
  const selectors = view === 'desk' ? ['[data-region="documents"]'] : beginnings[view]
  focusWithin(
    selectors.map((one) => document.querySelector(one)).find((one) => one !== null) ?? null,
  )
}
