import { parentPort } from 'node:worker_threads'

import { maxDocumentBytes } from '../../../../shared/contract.ts'
import { setLanguage, t } from '../../../../shared/language/translate.ts'
import { giveWay } from '../../jobs/give-way.ts'
import { sha256Of } from '../../sha256.ts'
import type { Reading } from '../foreign.ts'
import { formatById } from '../formats.ts'
import { remark } from '../landing/landing.ts'
import { Refusal } from '../refusal.ts'
import { planInputs, type PlannedInputs } from './plan-inputs.ts'
import type { Answer, FileFacts, Request } from './protocol.ts'

/*
 * The thread that files are read in. What is in them is not trusted: it may be built to exhaust memory or to take for
 * ever, and then this thread is ended and the rest of the import goes on in another one.
 */

/** What goes over at a time, so that memory holds little more than one document: in readings, and in characters. */
const batchReadings = 64
const batchLength = 1_000_000

if (parentPort === null) throw new Error('the reader is a thread')
const port = parentPort
giveWay()
let planned: PlannedInputs | null = null
let goOn: (() => void) | null = null

port.on('message', (request: Request) => {
  if (request.kind === 'more') goOn?.()
  else void answer(request)
})

async function answer(request: Exclude<Request, { kind: 'more' }>): Promise<void> {
  try {
    await setLanguage(request.language)
    if (request.kind === 'plan') {
      planned = await planInputs(request.inputs, request.format)
      send({ kind: 'plan', plan: planned.plan })
    } else {
      await read(request)
      send({ kind: 'read' })
    }
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    send({ kind: 'fault', message })
  }
}

async function read({ path, format, options }: Extract<Request, { kind: 'read' }>): Promise<void> {
  const file = planned?.files.file(path) ?? null
  const importFormat = formatById(format)
  if (file === null || importFormat === null) throw new Error(`${path} is not planned`)
  const facts: FileFacts = {
    sha256: file.size <= maxDocumentBytes ? await hashOf(file) : null,
  }
  let readings: Reading[] = []
  let length = 0
  try {
    let told = false
    for await (const reading of importFormat.read(file, options)) {
      const guessed: Reading | null = told ? null : guessedEncoding(reading)
      told ||= guessed !== null
      readings.push(...(guessed === null ? [] : [guessed]), reading)
      length += reading.kind === 'document' ? weightOf(reading.document) : 100
      if (readings.length < batchReadings && length < batchLength) continue
      await sendAndWait({ kind: 'readings', facts, readings })
      readings = []
      length = 0
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    readings.push({ kind: 'refused', remark: error.remark })
  }
  if (readings.length > 0) await sendAndWait({ kind: 'readings', facts, readings })
}

/** What is told of a file whose encoding had to be guessed; `null` where it is certain. */
function guessedEncoding(reading: Reading): Reading | null {
  if (reading.kind !== 'document') return null
  const { encoding, notUtf8At } = reading.document.decoding
  if (notUtf8At === undefined) return null
  const reason = t('remarks:encoding.guessed', { encoding, line: notUtf8At })
  const about = { thing: 'file', place: `line ${notUtf8At}`, code: 'undecodable' } as const
  return { kind: 'changed', remark: remark({ ...about, reason }) }
}

function weightOf({
  text,
  annotations,
}: Extract<Reading, { kind: 'document' }>['document']): number {
  return text.length + annotations.length * 300
}

/** `null` where the file cannot be read whole; reading it says why. */
async function hashOf(file: { readonly bytes: () => Promise<Uint8Array> }): Promise<string | null> {
  try {
    return sha256Of(await file.bytes())
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

async function sendAndWait(reply: Answer): Promise<void> {
  await new Promise<void>((resolve) => {
    goOn = resolve
    send(reply)
  })
}

function send(reply: Answer): void {
  port.postMessage(reply)
}
