import { flushSync } from 'react-dom'

import { t } from '../../shared/language/translate.ts'
import type { Result } from '../../shared/result.ts'
import { graphemeFloor } from '../../shared/text/grapheme.ts'
import { matchesIn, type Matches, type TextQuery } from '../../shared/text/matches.ts'
import { spanOfSelection, type Selection } from '../../shared/text/selection.ts'
import type { Span } from '../../shared/text/span.ts'
import { currentMatchOf, initialFind, matchesOf, maxMatches } from '../find/find-state.ts'
import type { Session } from '../store/session.ts'
import { withDocument, type Command } from './command.ts'
import { uncover } from './covering.ts'
import { openOccurrences } from './occurrences.ts'

/** Finding in the open document. */
export function findCommands(): readonly Command[] {
  return [
    find('find', t('commands:finding.find'), ['$mod+f'], openFind),
    {
      ...find('nextMatch', t('commands:finding.next'), ['F3'], (session) => {
        stepMatch(session, 'next')
      }),
      views: ['desk'],
    },
    {
      ...find('previousMatch', t('commands:finding.previous'), ['Shift+F3'], (session) => {
        stepMatch(session, 'previous')
      }),
      views: ['desk'],
    },
  ]
}

/** Longer selections are read, not looked for. In UTF-16 code units. */
const longestQuery = 200

/** Shows the find bar and gives it the keyboard. Words selected in one line are what is looked for then. */
function openFind(session: Session): void {
  const { document, selection, articleFocused, find: before } = session.store.getState()
  const span =
    document === null || selection === null || !articleFocused
      ? null
      : spanOfSelection(document.text, selection)
  const words = span === null ? '' : (document?.text.slice(span.start, span.end) ?? '')
  const asked = words !== '' && words.length <= longestQuery && !words.includes('\n')
  const query = asked ? { ...before.query, text: words, expression: false } : before.query
  show(session, query)
}

function show(session: Session, query: TextQuery): void {
  const { find: before } = session.store.getState()
  // At once: what is typed next is meant for the field already.
  uncover(session)
  flushSync(() => {
    session.store.setState({ find: { ...before, open: true, query } })
  })
  const field = document.getElementById('find-text')
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}

/** Looks for words in the open document. Of more than a person would type, the beginning of the first line. */
export function findWords(session: Session, words: string): void {
  const line = words.trim().split('\n', 1).join('')
  const text = line.slice(0, graphemeFloor(line, longestQuery))
  show(session, { ...initialFind.query, text })
}

export function setQuery(session: Session, change: Partial<TextQuery>): void {
  session.store.setState(({ find: before }) => ({
    find: { ...before, query: { ...before.query, ...change } },
  }))
}

/** Takes what a search came to, and goes to the first match at or after where the last one was. */
export function receiveMatches(
  session: Session,
  text: string,
  query: TextQuery,
  result: Result<Matches>,
): void {
  const state = session.store.getState()
  if (!state.find.open || state.document?.text !== text) return
  const { selection } = state
  const caret = selection === null ? 0 : Math.min(selection.anchor, selection.focus)
  const origin = currentMatchOf(state)?.start ?? caret
  const spans = result.ok ? result.value.spans : []
  const current = Math.max(
    0,
    spans.findIndex(({ start }) => start >= origin),
  )
  session.store.setState({ find: { ...state.find, found: { text, query, result }, current } })
  const match = spans[current]
  // A document that was just opened stays where its reader left it.
  const sameText = state.find.found === null || state.find.found.text === text
  if (match !== undefined && sameText) session.article()?.reveal(match)
}

/**
 * Goes to the next or previous match, round and round. With the keyboard in the text it goes on from the caret and
 * selects; otherwise the text only shows where the match is.
 */
export function stepMatch(session: Session, direction: 'next' | 'previous'): void {
  if (!session.store.getState().find.open) {
    show(session, session.store.getState().find.query)
    return
  }
  catchUpWithQuery(session)
  const state = session.store.getState()
  const matches = matchesOf(state)
  if (matches.length === 0) {
    session.announce(t('commands:finding.none'))
    return
  }
  const by = direction === 'next' ? 1 : -1
  const from =
    state.articleFocused && state.selection !== null
      ? placeAround(matches, state.selection, direction)
      : state.find.current
  const current = (from + by + matches.length) % matches.length
  session.store.setState({ find: { ...state.find, current } })
  const match = matches[current]
  if (match === undefined) return
  if (state.articleFocused) select(session, match)
  session.article()?.reveal(match)
}

/** The match from which one step leads to the next or previous one of a selection; -1 is before the first one. */
function placeAround(
  matches: readonly Span[],
  { anchor, focus }: Selection,
  direction: 'next' | 'previous',
): number {
  if (direction === 'next') {
    return matches.findLastIndex(({ start }) => start < Math.max(anchor, focus))
  }
  const after = matches.findIndex(({ start }) => start >= Math.min(anchor, focus))
  return after === -1 ? matches.length : after
}

/** Selects the current match in the text, where a label can be given to it. */
export function selectMatch(session: Session): void {
  catchUpWithQuery(session)
  const match = currentMatchOf(session.store.getState())
  if (match === null) return
  select(session, match)
  session.article()?.reveal(match)
}

/** Shows where else the words of the current match occur, to tag them all. */
export function tagAllMatches(session: Session): void {
  catchUpWithQuery(session)
  const state = session.store.getState()
  const match = currentMatchOf(state)
  if (match === null || state.document === null) return
  openOccurrences(session, state.document.text.slice(match.start, match.end))
}

/**
 * Puts the find bar away. From the bar the keyboard goes back to the text, where the current match is selected; in the
 * text the selection stays as it is. False where no find bar is open.
 */
export function closeFind(session: Session): boolean {
  if (!session.store.getState().find.open) return false
  catchUpWithQuery(session)
  const state = session.store.getState()
  const match = state.articleFocused ? null : currentMatchOf(state)
  session.store.setState({ find: { ...initialFind, query: state.find.query } })
  if (match === null) session.article()?.focus()
  else select(session, match)
  return true
}

/**
 * Words can be typed faster than the search answers: what is done with the match is done with that of all of them. Plain words are
 * looked for at once; an expression may take long, and nothing is selected for it.
 */
function catchUpWithQuery(session: Session): void {
  const { document, find: present } = session.store.getState()
  if (document === null) return
  const { text, query } = { text: document.text, query: present.query }
  if (present.found?.query === query && present.found.text === text) return
  if (query.expression || query.text === '') {
    session.store.setState({ find: { ...present, found: null } })
  } else {
    receiveMatches(session, text, query, matchesIn(text, query, maxMatches))
  }
}

function select(session: Session, { start, end }: Span): void {
  session.article()?.select({ anchor: start, focus: end })
}

function find(id: string, title: string, keys: readonly string[], run: Command['run']): Command {
  return { id, title, group: 'find', keys, scope: 'always', possible: withDocument, run }
}
