import { DatabaseSync } from 'node:sqlite'

import type { CallArguments, CallValue, SearchIndexProgress } from '../../../shared/contract.ts'
import { success, type Result } from '../../../shared/result.ts'
import type { StepHooks } from '../jobs/protocol.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { broughtUp } from '../project/brought-up.ts'
import { busyTimeout } from '../project/busy-timeout.ts'
import { failureOf } from '../project/failures.ts'
import { openSnapshot } from '../project/snapshot.ts'
import type { SearchCall } from './search-calls.ts'
import { createSearchEngine, type SearchEngine } from './search-engine.ts'

/* The thread that searches one project, so that neither windows nor tags ever wait for it. */

/** The file of a project, the same one until the thread ends; one that can only be read stays as it is. */
export type SearchedFile = { readonly path: string; readonly readOnly: boolean }

type Question<Name extends SearchCall> = {
  readonly file: SearchedFile
  readonly args: CallArguments<Name>
}

const work = {
  /** Gets ready for searches, and puts into the index of texts what is missing there. */
  prepare: async (
    file: SearchedFile,
    { signal, onProgress }: StepHooks<SearchIndexProgress>,
  ): Promise<Result<null>> => {
    tellIndex = onProgress
    return ask(file, signal, async ({ prepare }) => {
      await prepare()
      return success(null)
    })
  },
  'search.run': answering('search.run'),
  'search.progress': answering('search.progress'),
  'search.rows': answering('search.rows'),
  'search.inDocument': answering('search.inDocument'),
  'search.places': answering('search.places'),
}

export type SearchWork = typeof work

let tellIndex: (progress: SearchIndexProgress) => void = () => {}
let engine: SearchEngine | null = null
const connections: DatabaseSync[] = []

function answering<Name extends SearchCall>(name: Name) {
  return async (
    { file, args }: Question<Name>,
    { signal }: StepHooks<never>,
  ): Promise<Result<CallValue<Name>>> =>
    ask(file, signal, async ({ answers }) => answers[name](args))
}

async function ask<Value>(
  file: SearchedFile,
  signal: AbortSignal,
  question: (engine: SearchEngine) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  try {
    if (engine === null) {
      const opened = open(file)
      if (!opened.ok) return opened
      engine = opened.value
    }
    signal.addEventListener('abort', engine.stop)
    return await question(engine)
  } catch (error) {
    const known = failureOf(error, file.path)
    if (known === null) throw error
    return { ok: false, failure: known }
  }
}

function open({ path, readOnly }: SearchedFile): Result<SearchEngine> {
  const db = readOnly ? openAsItIs(path) : success(openLive(path))
  if (!db.ok) return db
  connections.push(db.value)
  const writer = readOnly ? null : new DatabaseSync(path, { timeout: 0 })
  if (writer !== null) {
    connections.push(writer)
    // What a power cut takes from the index of texts is put in again.
    writer.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0')
  }
  return success(
    createSearchEngine({
      db: db.value,
      writer,
      tellIndex: (progress) => {
        tellIndex(progress)
      },
    }),
  )
}

/** Sees what is committed as soon as it is. */
function openLive(path: string): DatabaseSync {
  return new DatabaseSync(path, { readOnly: true, timeout: busyTimeout })
}

/** Nothing will be changed; it may be of an older layout, and on a disk that takes no writing. */
function openAsItIs(path: string): Result<DatabaseSync> {
  const snapshot = openSnapshot(path)
  return snapshot.ok ? broughtUp(snapshot.value, path) : snapshot
}

serveJob(work, async () => {
  engine?.stop()
  for (const connection of connections) if (connection.isOpen) connection.close()
})
