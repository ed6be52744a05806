import { flushSync } from 'react-dom'

import {
  maxSearchRows,
  type CallArguments,
  type CallValue,
  type SearchOrder,
  type SearchRow,
} from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { parseQuery } from '../../shared/search/parse-query.ts'
import type { SearchState } from '../search/search-state.ts'
import type { Session } from '../store/session.ts'
import { leaveView, showView } from './covering.ts'
import { openDocument } from './projects.ts'

/** Earlier queries that are kept. */
const longestHistory = 30

/**
 * Shows the search over the whole project, for a query where one is given, and gives its box the keyboard. Without one it
 * shows the last results where they were left.
 */
export function openSearch(session: Session, query: string | null = null): void {
  const { search } = session.store.getState()
  // At once: what is typed next is meant for the box already.
  showView(session, 'search')
  if (query !== null) flushSync(() => change(session, { typed: query }))
  const isLeftAt = query === null && search.current >= 0 && search.progress !== null
  const target = document.getElementById(isLeftAt ? 'search-results' : 'search-text')
  target?.focus()
  if (target instanceof HTMLInputElement) target.select()
  const isStale = search.asked === null || search.asked.seq !== session.store.getState().latestSeq
  if (query !== null || isStale) void runSearch(session, { keepPlace: query === null })
}

/** Takes what the search painted out of the text. Its results stay. */
export function endSearch(session: Session): void {
  if (session.store.getState().search.painted !== null) change(session, { painted: null })
}

export function change(session: Session, some: Partial<SearchState>): void {
  session.store.setState(({ search }) => ({ search: { ...search, ...some } }))
}

/**
 * Searches for what stands in the box; done when the first of it is here, and it goes on by itself. What was found before stays on
 * screen until there is something else.
 */
export async function runSearch(
  session: Session,
  { keepPlace = false }: { readonly keepPlace?: boolean } = {},
): Promise<void> {
  const { search: before, project } = session.store.getState()
  if (project === null) return
  const parsed = parseQuery(before.typed)
  if (!parsed.ok) {
    change(session, { fault: parsed.fault })
    return
  }
  // The file tells what is found, so that it must have everything.
  await session.outbox.flush()
  const { typed: query, order } = before
  const { latestSeq: seq } = session.store.getState()
  const answer = await session.bridge.call('search.run', { query, order })
  if (!answer.ok) {
    if (answer.failure.code !== 'cancelled') session.tellFailure(answer.failure)
    return
  }
  const { progress, rows } = answer.value
  const { search } = session.store.getState()
  // Of two answers the later one stays.
  if (search.progress !== null && search.progress.search > progress.search) return
  change(session, {
    asked: { query, order, seq },
    fault: null,
    progress,
    rows: new Map(rows.entries()),
    ...(keepPlace ? {} : { current: -1, painted: null }),
    chosen: new Set(),
  })
  void follow(session, progress.search)
}

/** Takes what a search goes on to find. */
async function follow(session: Session, id: number): Promise<void> {
  for (;;) {
    const answer = await session.bridge.call('search.progress', { search: id })
    const { search } = session.store.getState()
    if (!answer.ok || search.progress?.search !== id) return
    const { progress, counts } = answer.value
    change(session, { progress, ...(counts === null ? {} : { counts, counted: id }) })
    if (!progress.done) continue
    session.announce(foundWords(progress))
    return
  }
}

/** What a search has found, in words. */
export function foundWords({
  kind,
  hits,
  documents,
  done,
}: NonNullable<SearchState['progress']>): string {
  if (documents === 0) return t(`commands:searching.${done ? 'nothing' : 'looking'}`)
  const found =
    kind === 'documents'
      ? t('common:amounts.document', { count: documents })
      : t(`commands:searching.${kind === 'words' ? 'places' : 'annotations'}`, {
          count: hits,
          documents: t('commands:searching.inDocuments', { count: documents }),
        })
  return done ? found : t('commands:searching.soFar', { found })
}

/** Takes a query into the history: it was looked at, not only typed on the way to another one. */
export function remember(session: Session): void {
  const { typed, history } = session.store.getState().search
  const query = typed.trim()
  if (query === '') return
  const others = history.filter((one) => one !== query)
  change(session, { history: [query, ...others].slice(0, longestHistory) })
}

export function setOrder(session: Session, order: SearchOrder): void {
  change(session, { order })
  void runSearch(session)
}

/** Asks for the rows from a place up to another one, those that are not here. */
export async function loadRows(session: Session, from: number, to: number): Promise<void> {
  const { progress, rows } = session.store.getState().search
  if (progress === null) return
  let first = from
  while (first < to && rows.has(first)) first += 1
  if (first >= Math.min(to, progress.rows)) return
  const count = Math.min(maxSearchRows, to - first)
  const answer = await ask(session, 'search.rows', { search: progress.search, from: first, count })
  const { search } = session.store.getState()
  if (answer === null || search.progress?.search !== progress.search) return
  const together = new Map(search.rows)
  for (const [place, row] of answer.entries()) together.set(first + place, row)
  change(session, { rows: together })
}

/** What a search answers; `null` where another one was begun, which is no failure. */
export async function ask<Name extends 'search.rows' | 'search.inDocument' | 'search.places'>(
  session: Session,
  name: Name,
  args: CallArguments<Name>,
): Promise<CallValue<Name> | null> {
  const answer = await session.bridge.call(name, args)
  if (answer.ok) return answer.value
  if (answer.failure.code !== 'cancelled') session.tellFailure(answer.failure)
  return null
}

async function rowAt(session: Session, place: number): Promise<SearchRow | null> {
  await loadRows(session, place, place + 1)
  return session.store.getState().search.rows.get(place) ?? null
}

/** Opens the document of a row and selects what was found there; the way back is `openSearch`. */
export async function goToRow(session: Session, place: number): Promise<void> {
  const { open: wasOpen } = session.store.getState().search
  const row = await rowAt(session, place)
  const { progress } = session.store.getState().search
  if (row === null || progress === null) return
  remember(session)
  const { documentId } = row
  if (session.store.getState().document?.document.id !== documentId) {
    await openDocument(session, documentId)
  }
  const asked = { search: progress.search, documentId }
  const spans = (await ask(session, 'search.inDocument', asked)) ?? []
  const current = row.kind === 'hit' ? row.span : null
  change(session, { current: place, painted: { documentId, spans, current } })
  // Whoever came back to the results meanwhile, or gave them up, is not taken away from there.
  if (session.store.getState().search.open !== wasOpen) return
  leaveView(session)
  const article = session.article()
  if (current === null) {
    article?.focus()
    return
  }
  const isAnnotation = row.kind === 'hit' && row.annotation !== null
  article?.select({ anchor: current.start, focus: isAnnotation ? current.start : current.end })
  if (row.kind === 'hit' && row.annotation !== null) {
    session.store.setState({ currentId: row.annotation.id, chosenIds: [] })
  }
  article?.reveal(current)
}

/** Goes on to the next or previous hit of the search, also in another document. */
export async function stepHit(session: Session, by: 1 | -1): Promise<void> {
  const { progress, current } = session.store.getState().search
  if (progress === null || progress.rows === 0) {
    session.announce(t('commands:searching.notYet'))
    return
  }
  for (let place = current + by; place >= 0 && place < progress.rows; place += by) {
    const row = await rowAt(session, place)
    if (row === null) return
    if (row.kind === 'document' && progress.kind !== 'documents') continue
    await goToRow(session, place)
    return
  }
  session.announce(by === 1 ? t('commands:searching.last') : t('commands:searching.first'))
}
