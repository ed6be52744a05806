import { Search } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'

import { t } from '../../shared/language/translate.ts'
import { completeQuery, type Completion } from '../../shared/search/complete-query.ts'
import { change, remember, runSearch } from '../commands/searching.ts'
import type { Session } from '../store/session.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'
import { useFacetValues } from './use-facet-values.ts'

/** How long somebody types no more before it is searched, in ms. */
const pause = 150

/** The one box: words, phrases, expressions and facets, completed as they are typed. */
export function SearchBox() {
  const session = useSession()
  const input = useRef<HTMLInputElement>(null)
  const typed = useWorkbench(({ search }) => search.typed)
  const fault = useWorkbench(({ search }) => search.fault)
  const history = useWorkbench(({ search }) => search.history)
  const values = useFacetValues()
  const [caret, setCaret] = useState<number | null>(null)
  const [marked, setMarked] = useState(0)
  const [earlier, setEarlier] = useState(-1)
  const completion = useMemo(
    () => (caret === null ? null : completeQuery(typed, caret, values)),
    [typed, caret, values],
  )
  useSearchSoon()

  function take(text: string, at: number): void {
    // The next key may come before the next frame.
    flushSync(() => {
      change(session, { typed: text })
      setCaret(at)
      setMarked(0)
    })
    input.current?.setSelectionRange(at, at)
  }

  function complete({ start, end }: Completion, text: string): void {
    const rest = typed.slice(end)
    const added = text.endsWith(' ') && rest.startsWith(' ') ? text.trimEnd() : text
    take(typed.slice(0, start) + added + rest, start + added.length)
  }

  function recall(step: 1 | -1): void {
    const place = Math.min(history.length - 1, earlier + step)
    const query = history[place]
    setEarlier(Math.max(-1, place))
    if (query !== undefined) take(query, query.length)
    setCaret(null)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const option = completion?.options[marked]
    if (completion !== null && option !== undefined) {
      const count = completion.options.length
      if (event.key === 'ArrowDown') setMarked((marked + 1) % count)
      else if (event.key === 'ArrowUp') setMarked((marked + count - 1) % count)
      else if (event.key === 'Tab' && !event.shiftKey) complete(completion, option.text)
      else if (event.key === 'Escape') setCaret(null)
      else if (event.key === 'Enter') {
        if (isBegun(typed, completion)) complete(completion, option.text)
        else finish()
      } else return
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (event.key === 'Enter') finish()
    else if (event.key === 'ArrowDown') document.getElementById('search-results')?.focus()
    else if (event.key === 'ArrowUp') recall(1)
    else return
    event.preventDefault()
  }

  function finish(): void {
    setCaret(null)
    remember(session)
    void searchAndGo(session)
  }

  return (
    <search aria-label={t('search:box.label')} className="search-box">
      <Search aria-hidden="true" className="search-sign" size={16} strokeWidth={1.75} />
      <input
        aria-activedescendant={completion === null ? undefined : `search-option-${marked}`}
        aria-autocomplete="list"
        aria-controls="search-options"
        aria-describedby="search-fault"
        aria-expanded={completion !== null}
        aria-invalid={fault !== null}
        aria-label={t('search:box.label')}
        autoComplete="off"
        className="input search-input"
        // What it shows while it is empty runs as the page does.
        dir={typed === '' ? undefined : 'auto'}
        id="search-text"
        onBlur={() => {
          setCaret(null)
        }}
        onChange={(event) => {
          change(session, { typed: event.target.value })
          setCaret(event.target.selectionStart)
          setMarked(0)
          setEarlier(-1)
        }}
        onKeyDown={onKeyDown}
        placeholder={t('search:box.placeholder')}
        ref={input}
        role="combobox"
        spellCheck={false}
        value={typed}
      />
      <FaultMark />
      <div
        aria-label={t('search:box.suggestions')}
        className="search-options"
        hidden={completion === null}
        id="search-options"
        role="listbox"
      >
        {completion?.options.map(({ text, name }, place) => (
          <div
            aria-selected={place === marked}
            className="search-option"
            id={`search-option-${place}`}
            key={text}
            onPointerDown={(event) => {
              event.preventDefault()
              complete(completion, text)
            }}
            role="option"
          >
            {name}
          </div>
        ))}
      </div>
    </search>
  )
}

/** Searches, and gives the keyboard to what is found. */
async function searchAndGo(session: Session): Promise<void> {
  const { asked, typed, order, fault } = session.store.getState().search
  const isHere = asked?.query === typed && asked.order === order && fault === null
  if (!isHere) await runSearch(session)
  if (session.store.getState().search.fault !== null) return
  document.getElementById('search-results')?.focus()
}

/** Whether something of a value was typed: what was not begun is not what Enter means. */
function isBegun(typed: string, { start, end }: Completion): boolean {
  return !typed.slice(start, end).endsWith(':') && typed.slice(start, end).includes(':')
}

/** The words of a fault below the box: what of the query they are about. */
function FaultMark() {
  const piece = useWorkbench(({ search }) =>
    search.fault === null
      ? null
      : {
          before: search.typed.slice(0, search.fault.start),
          wrong: search.typed.slice(search.fault.start, search.fault.end),
        },
  )
  if (piece === null) return null
  return (
    <span aria-hidden="true" className="search-mark" dir="auto">
      {piece.before}
      <mark>{piece.wrong}</mark>
    </span>
  )
}

/** Searches once nothing more is typed for a moment. */
function useSearchSoon(): void {
  const session = useSession()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = session.store.subscribe(({ search }, before) => {
      if (search.typed === before.search.typed) return
      clearTimeout(timer)
      timer = setTimeout(() => void searchIfNew(session), pause)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [session])
}

async function searchIfNew(session: Session): Promise<void> {
  const { asked, fault, order, typed } = session.store.getState().search
  const isSame = asked?.query === typed && asked.order === order && fault === null
  if (!isSame) await runSearch(session)
}
