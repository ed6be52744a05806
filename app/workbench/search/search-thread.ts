import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

import { setLanguage, t } from '../../../shared/language/translate.ts'
import { type Failure, type Result } from '../../../shared/result.ts'
import { describeError } from '../describe-error.ts'
import { broughtUp } from '../project/brought-up.ts'
import { busyTimeout } from '../project/busy-timeout.ts'
import { failureOf } from '../project/failures.ts'
import { openSnapshot } from '../project/snapshot.ts'
import type {
  NumberedAnswer,
  NumberedCall,
  SearchCall,
  ThreadData,
  ThreadMessage,
  ThreadRequest,
} from './protocol.ts'
import { createSearchEngine, type SearchEngine } from './search-engine.ts'

/* The thread that searches one project, so that neither windows nor tags ever wait for it. */

if (parentPort === null) throw new Error('the search is a thread')
const port = parentPort
const data: ThreadData = workerData
const connections: DatabaseSync[] = []
await setLanguage(data.language)
const opened = open()
let closing = false

void prepare()
port.on('message', (request: ThreadRequest) => {
  if (request.kind === 'close') close()
  else if (request.kind === 'fill') void prepare()
  else void answer(request)
})

function open(): Result<SearchEngine> {
  try {
    const db = data.readOnly ? openAsItIs() : openLive()
    if (!db.ok) return db
    connections.push(db.value)
    // In KiB: half a million annotations are read in the order of their places, not of their rows.
    db.value.exec('PRAGMA cache_size = -32768')
    const writer = data.readOnly ? null : new DatabaseSync(data.path, { timeout: 0 })
    if (writer !== null) {
      connections.push(writer)
      // What a power cut takes from the index of texts is put in again.
      writer.exec('PRAGMA synchronous = NORMAL')
    }
    return {
      ok: true,
      value: createSearchEngine({
        db: db.value,
        writer,
        tellIndex: (progress) => {
          send({ kind: 'index', progress })
        },
      }),
    }
  } catch (error) {
    const known = failureOf(error, data.path)
    if (known === null) throw error
    return { ok: false, failure: known }
  }
}

/** Sees what is committed as soon as it is. */
function openLive(): Result<DatabaseSync> {
  return {
    ok: true,
    value: new DatabaseSync(data.path, { readOnly: true, timeout: busyTimeout }),
  }
}

/** Nothing will be changed; it may be of an older layout, and on a disk that takes no writing. */
function openAsItIs(): Result<DatabaseSync> {
  const snapshot = openSnapshot(data.path)
  return snapshot.ok ? broughtUp(snapshot.value, data.path) : snapshot
}

async function prepare(): Promise<void> {
  if (!opened.ok) return
  try {
    await opened.value.prepare()
  } catch (error) {
    fault(error)
  }
}

async function answer<Name extends SearchCall>(call: NumberedCall<Name>): Promise<void> {
  const { number, language, name, args } = call
  try {
    await setLanguage(language)
    const result = opened.ok ? await opened.value.answers[name](args) : opened
    reply({ kind: 'answer', number, name, result })
  } catch (error) {
    const known = failureOf(error, data.path)
    if (known === null) fault(error)
    reply({ kind: 'answer', number, name, result: { ok: false, failure: known ?? unexpected() } })
  }
}

function unexpected(): Failure {
  return {
    code: 'storage',
    message: t('failures:searching.unexpected'),
    remedy: t('failures:searching.searchAgain'),
  }
}

function reply<Name extends SearchCall>(answered: NumberedAnswer<Name>): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  port.postMessage(answered)
}

function close(): void {
  closing = true
  if (opened.ok) opened.value.stop()
  for (const connection of connections) if (connection.isOpen) connection.close()
  port.close()
}

function fault(error: unknown): void {
  // Whatever was under way when the file was closed finds it closed.
  if (closing) return
  send({ kind: 'fault', message: describeError(error) })
}

function send(message: ThreadMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  port.postMessage(message)
}
