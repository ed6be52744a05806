import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from 'react'

import { t } from '../../shared/language/translate.ts'
import { chooseAll, chooseUpTo, toggleRow } from '../commands/choosing-hits.ts'
import { change, goToRow, loadRows } from '../commands/searching.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'
import { ResultRow } from './result-row.tsx'
import { SearchHelp } from './search-help.tsx'

/** Height of a row in CSS px for the usual size of letters; one height, so that any number of rows can be scrolled through. */
const rowRem = 1.875
/** Rows that are drawn above and below those in view. */
const beyond = 12

/**
 * What was found, a line to each place. Only the rows in view are there: a list of components is built whole before it is drawn,
 * and hundreds of thousands of hits would take seconds.
 */
export function SearchResults() {
  const session = useSession()
  const list = useRef<HTMLDivElement>(null)
  const total = useWorkbench(({ search }) => search.progress?.rows ?? 0)
  const rows = useWorkbench(({ search }) => search.rows)
  const current = useWorkbench(({ search }) => search.current)
  const chosen = useWorkbench(({ search }) => search.chosen)
  const isDone = useWorkbench(({ search }) => search.progress?.done === true)
  const isEmpty = useWorkbench(({ search }) => (search.asked?.query ?? '').trim() === '')
  const summaries = useWorkbench(({ project }) => project?.documents ?? [])
  const documents = useMemo(
    () => new Map(summaries.map(({ document }) => [document.id, document])),
    [summaries],
  )
  const [view, setView] = useState({ top: 0, height: 600 })
  const rowHeight = rowRem * rootSize()

  const first = Math.max(0, Math.floor(view.top / rowHeight) - beyond)
  const last = Math.min(total, Math.ceil((view.top + view.height) / rowHeight) + beyond)
  const isMissing = isOneMissing(rows, first, last)
  useEffect(() => {
    if (isMissing) void loadRows(session, first, last)
  }, [session, first, last, isMissing])

  useLayoutEffect(() => {
    const element = list.current
    if (element === null) return undefined
    // The place is kept when the desk comes between.
    const kept = session.store.getState().search.current
    if (kept > 0) scrollTo(element, kept, rowHeight)
    const measure = (): void => {
      setView({ top: element.scrollTop, height: element.clientHeight })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [session, rowHeight])

  function moveTo(row: number): void {
    const next = Math.max(0, Math.min(total - 1, row))
    change(session, { current: next })
    if (list.current !== null) scrollTo(list.current, next, rowHeight)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(view.height / rowHeight) - 1)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: total - 1,
    }
    const next = steps[event.key]
    if (event.key === 'ArrowUp' && current <= 0) document.getElementById('search-text')?.focus()
    else if (next !== undefined) {
      moveTo(next)
      if (event.shiftKey) chooseUpTo(session, Math.max(0, Math.min(total - 1, next)))
    } else if (event.key === 'Enter') void goToRow(session, current)
    else if (event.key === ' ') toggleRow(session, current)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) void chooseAll(session)
    else return
    event.preventDefault()
  }

  function onPointerDown(event: PointerEvent, row: number): void {
    if (event.button !== 0) return
    if (event.shiftKey) chooseUpTo(session, row)
    else if (event.ctrlKey || event.metaKey) toggleRow(session, row)
    change(session, { current: row })
  }

  if (total === 0) return isEmpty ? <SearchHelp /> : isDone ? <Nothing /> : null
  return (
    <div
      aria-activedescendant={
        current >= first && current < last ? `search-row-${current}` : undefined
      }
      aria-label={t('search:results.label')}
      aria-multiselectable="true"
      className="search-results"
      id="search-results"
      onFocus={() => {
        if (current < 0) change(session, { current: 0 })
      }}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget: { scrollTop, clientHeight } }) => {
        setView({ top: scrollTop, height: clientHeight })
      }}
      ref={list}
      role="listbox"
      tabIndex={0}
    >
      <div className="search-rows" role="presentation" style={{ height: `${total * rowRem}rem` }}>
        {Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at).map((place) => (
          <ResultRow
            document={documents.get(rows.get(place)?.documentId ?? '')}
            isChosen={chosen.has(place)}
            isCurrent={place === current}
            key={place}
            onGo={() => {
              void goToRow(session, place)
            }}
            onPointerDown={(event) => {
              onPointerDown(event, place)
            }}
            onToggle={() => {
              toggleRow(session, place)
            }}
            place={place}
            row={rows.get(place) ?? null}
            top={place * rowRem}
            total={total}
          />
        ))}
      </div>
    </div>
  )
}

function isOneMissing(rows: ReadonlyMap<number, unknown>, first: number, last: number): boolean {
  for (let place = first; place < last; place += 1) if (!rows.has(place)) return true
  return false
}

function Nothing() {
  return (
    <p className="empty" role="status">
      {t('search:results.nothing')}
    </p>
  )
}

/** Size of the letters of the page in CSS px: rows are as high as they need. */
function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

function scrollTo(list: HTMLElement, row: number, rowHeight: number): void {
  const top = row * rowHeight
  if (top < list.scrollTop) list.scrollTop = top
  else if (top + rowHeight > list.scrollTop + list.clientHeight) {
    list.scrollTop = top + rowHeight - list.clientHeight
  }
}
