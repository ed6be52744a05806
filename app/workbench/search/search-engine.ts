import type { DatabaseSync } from 'node:sqlite'
import { setImmediate, setTimeout as wait } from 'node:timers/promises'

import {
  maxOccurrences,
  type CallArguments,
  type Occurrence,
  type SearchIndexProgress,
  type SearchOrder,
  type SearchProgress,
} from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { parseQuery } from '../../../shared/search/parse-query.ts'
import { integerIn } from '../project/tables/columns.ts'
import { tablesOf } from '../project/tables/tables.ts'
import { hasTextSearch } from '../project/text-search.ts'
import { doneWithin } from './bounded.ts'
import { compileQuery, type CompiledQuery } from './compile-query.ts'
import { createFullText } from './full-text.ts'
import type { HitRow } from './hits.ts'
import { createIndexFiller, type IndexFiller } from './index-filler.ts'
import { createProjectIndex, type IndexedDocument } from './project-index.ts'
import { createRowReader } from './row-reader.ts'
import type { SearchAnswers } from './search-calls.ts'
import { createSearchRun, type SearchRun } from './search-run.ts'
import { createTextSource } from './text-source.ts'

/** Rows of the first answer; whoever waits for it waits no longer than this, in ms, for all of them. */
const firstRows = 60
const firstWait = 20
/** How long a search goes on before others have their turn, in ms. */
const slice = 8
/** An expression may take this long for one slice, and for all texts, in ms. */
const longestSlice = 1000
const longestExpression = 60_000
/** How long an answer about progress waits for the end, in ms. */
const progressWait = 250

export type EngineOptions = {
  readonly db: DatabaseSync
  /** A connection that may write; `null` where the project can only be read. */
  readonly writer: DatabaseSync | null
  readonly tellIndex: (progress: SearchIndexProgress) => void
}

export type SearchEngine = {
  readonly answers: SearchAnswers
  /** Reads what searches need, and puts into the index of texts what is missing there. */
  readonly prepare: () => Promise<void>
  /** Ends everything under way. */
  readonly stop: () => void
}

type Current = {
  readonly id: number
  readonly run: SearchRun
  readonly hasExpression: boolean
  readonly scanned: string | null
  readonly begun: number
  done: boolean
  stopped: string | null
  /** Kept when the search is over. */
  ended: Promise<void>
}

/** Searches one project on a connection of its own, one search at a time. */
export function createSearchEngine({ db, writer, tellIndex }: EngineOptions): SearchEngine {
  const tables = tablesOf(db)
  const index = createProjectIndex(db, tables)
  const texts = createTextSource(db)
  const rows = createRowReader(db, texts)
  const hasIndex = hasTextSearch(db)
  const filler: IndexFiller | null =
    writer === null || !hasTextSearch(writer) ? null : createIndexFiller(writer, tellIndex)
  const fullText = hasIndex ? createFullText(db) : null
  let catchingUp: Promise<void> = Promise.resolve()
  /** Searches that wait for it. */
  let awaited = 0
  let latest = 0
  let current: Current | null = null
  let stopped = false

  /** One after the other: each leaves off where the next begins. */
  async function catchUp(): Promise<void> {
    const before = catchingUp
    const done = takeIn(before)
    catchingUp = done.catch(() => {})
    await done
  }

  async function takeIn(before: Promise<void>): Promise<void> {
    await before
    let begun = performance.now()
    for (const _ of index.catchUp()) {
      if (performance.now() - begun < slice) continue
      // Where nobody waits, half of a processor is enough.
      await (awaited > 0 ? setImmediate() : wait(slice))
      begun = performance.now()
    }
  }

  async function catchUpForSearch(): Promise<void> {
    awaited += 1
    try {
      await catchUp()
    } finally {
      awaited -= 1
    }
  }

  /** The documents that may hold what is looked for, in the order of the results. */
  function candidates(query: CompiledQuery, order: SearchOrder): readonly IndexedDocument[] {
    const matched =
      query.match === null || fullText === null
        ? null
        : fullText.matching(query.match, order === 'relevance')
    const upTo = indexedTo()
    const possible = index
      .documents()
      .filter(({ textId }) => matched === null || textId > upTo || matched.has(textId))
    if (order === 'date') return possible.toSorted(compareDates)
    if (order === 'document' || matched === null) return possible
    const ranks = new Map([...matched].map((id, rank) => [id, rank]))
    const rankOf = ({ textId }: IndexedDocument): number => ranks.get(textId) ?? ranks.size
    return possible.toSorted((one, other) => rankOf(one) - rankOf(other))
  }

  /** Texts up to this id are in the index; 0 where there is none. */
  function indexedTo(): number {
    if (fullText === null) return 0
    return filler?.upTo() ?? fullText.upTo()
  }

  function scannedBecause({ match }: CompiledQuery): string | null {
    if (match === null) return null
    if (fullText === null) {
      return t('failures:searching.noIndex')
    }
    const count = integerIn(
      db.prepare('SELECT count(*) AS number FROM texts WHERE id > ?').get(indexedTo()) ?? {},
      'number',
    )
    return count === 0 ? null : t('failures:searching.notIndexed', { count })
  }

  /** Goes on with a search for some milliseconds, or until it has so many rows. False where it is over. */
  function goOn(search: Current, milliseconds: number, enough: number): boolean {
    const begun = performance.now()
    let isOver = false
    const work = (): void => {
      while (performance.now() - begun < milliseconds && search.run.hits.rows() < enough) {
        if (search.run.steps.next().done === true) {
          isOver = true
          return
        }
      }
    }
    const isDone = search.hasExpression ? doneWithin(longestSlice, work) : (work(), true)
    if (!isDone) {
      search.stopped = t('failures:searching.slowInText')
    } else if (search.hasExpression && performance.now() - search.begun > longestExpression) {
      search.stopped = t('failures:searching.slow')
    }
    if (isOver || search.stopped !== null) search.done = true
    return !search.done
  }

  async function finish(search: Current): Promise<void> {
    const isWanted = (): boolean => current === search && !stopped
    while (isWanted() && goOn(search, slice, Infinity)) await setImmediate()
  }

  function progressOf({ id, run, done, stopped: why, scanned }: Current): SearchProgress {
    return {
      search: id,
      rows: run.hits.rows(),
      hits: run.hits.hits(),
      documents: run.hits.documents().length,
      kind: run.kind,
      done,
      looked: run.looked(),
      total: run.total,
      stopped: why,
      scanned,
    }
  }

  function rowsFrom({ run }: Current, from: number, count: number): readonly HitRow[] {
    return Array.from({ length: count }, (_, at) => run.hits.row(from + at)).filter(
      (row) => row !== null,
    )
  }

  async function start({ query, order }: CallArguments<'search.run'>) {
    latest += 1
    const id = latest
    current = null
    const parsed = parseQuery(query)
    if (!parsed.ok) {
      return failure('invalidArguments', parsed.fault.message, t('failures:searching.mendIt'))
    }
    await catchUpForSearch()
    if (id !== latest || stopped) return superseded()
    const compiled = compileQuery(parsed.query, index)
    const search: Current = {
      id,
      run: createSearchRun(index, texts, compiled, candidates(compiled, order)),
      hasExpression: compiled.texts.flat().some(({ kind }) => kind === 'expression'),
      scanned: scannedBecause(compiled),
      begun: performance.now(),
      done: false,
      stopped: null,
      ended: Promise.resolve(),
    }
    current = search
    if (goOn(search, firstWait, firstRows)) search.ended = setImmediate().then(() => finish(search))
    const found = rowsFrom(search, 0, firstRows).map((row) => rows.row(row, search.run))
    return success({ progress: progressOf(search), rows: found })
  }

  async function onCurrent<Value>(
    id: number,
    work: (search: Current) => Value | Promise<Value>,
  ): Promise<Result<Value>> {
    return current?.id === id ? success(await work(current)) : superseded()
  }

  return {
    answers: {
      'search.run': start,
      'search.progress': ({ search: id }) =>
        onCurrent(id, async (search) => {
          const moment = new AbortController()
          if (!search.done) await Promise.race([search.ended, after(progressWait, moment.signal)])
          moment.abort()
          return {
            progress: progressOf(search),
            counts: search.done ? search.run.counts() : null,
          }
        }),
      'search.rows': ({ search: id, from, count }) =>
        onCurrent(id, (search) =>
          rowsFrom(search, from, count).map((row) => rows.row(row, search.run)),
        ),
      'search.inDocument': ({ search: id, documentId }) =>
        onCurrent(id, ({ run }) => {
          const place = run.hits.documents().find(({ document }) => document.id === documentId)
          if (place === undefined) return []
          const count = (run.hits.row(place.row)?.hits ?? 0) + 1
          const hits = Array.from({ length: count }, (_, at) => run.hits.row(place.row + at))
          return rows.spans(place.document, hits)
        }),
      'search.places': ({ search: id, rows: wanted }) =>
        onCurrent(id, ({ run }) => {
          const all = wanted ?? Array.from({ length: run.hits.rows() }, (_, row) => row)
          const occurrences: Occurrence[] = []
          for (const number of all) {
            const row = run.hits.row(number)
            const place = row === null ? null : rows.occurrence(row)
            if (place === null) continue
            if (occurrences.length === maxOccurrences) return { occurrences, complete: false }
            occurrences.push(place)
          }
          return { occurrences, complete: true }
        }),
    },
    prepare: async () => {
      await catchUp()
      await filler?.fill()
    },
    stop: () => {
      stopped = true
      filler?.stop()
    },
  }
}

/** The newest first; those without a date come last. */
function compareDates(one: IndexedDocument, other: IndexedDocument): number {
  const [first, second] = [one.date ?? '', other.date ?? '']
  return first === second ? 0 : first < second ? 1 : -1
}

async function after(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

function superseded(): Result<never> {
  return failure('cancelled', t('failures:searching.superseded'), t('failures:file.nothingChanged'))
}
