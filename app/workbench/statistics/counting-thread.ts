import { parentPort } from 'node:worker_threads'

import { setLanguage } from '../../../shared/language/translate.ts'
import { success, type Result } from '../../../shared/result.ts'
import { describeError } from '../describe-error.ts'
import { failureOf } from '../project/failures.ts'
import { openCounting, type Counting } from './counting.ts'
import type { Answer, Question, Request } from './protocol.ts'

/* The thread that counts, so that nothing on screen waits for a sum over half a million annotations. */

if (parentPort === null) throw new Error('counting is done in a thread')
const port = parentPort
let open: Counting | null = null

/** Requests have their turn one after the other. */
let last: Promise<void> = Promise.resolve()
/** Questions that were put off: they have their answers before the project is let go. */
let putOff = 0

port.on('message', inTurn)

function inTurn(request: Request): void {
  last = last.then(() => handle(request))
}

async function handle(request: Request): Promise<void> {
  if (request.name !== 'close') {
    await setLanguage(request.language)
    const answer = answerTo(request)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    if (answer !== null) port.postMessage(answer)
    else putOffAnswer(request)
    return
  }
  if (putOff > 0) {
    setImmediate(inTurn, request)
    return
  }
  open?.close()
  port.close()
}

/** Has what was asked meanwhile answered first. */
function putOffAnswer(question: Question): void {
  putOff += 1
  setImmediate(() => {
    putOff -= 1
    inTurn(question)
  })
}

/** `null` where it has to be asked again. */
function answerTo(question: Question): Answer | null {
  const { id } = question
  try {
    switch (question.name) {
      case 'statistics.counts': {
        const { name, path, args } = question
        return { name, id, result: count(path, (counting) => counting.counts(args)) }
      }
      case 'statistics.words': {
        const { name, path, args } = question
        const result = count(path, (counting) => counting.words(args))
        if (!result.ok) return { name, id, result }
        return result.value === null ? null : { name, id, result: success(result.value) }
      }
      case 'statistics.work': {
        const { name, path, args } = question
        return { name, id, result: count(path, (counting) => counting.work(args)) }
      }
    }
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { name: 'fault', id, message, description: describeError(error) }
  }
}

function count<Value>(path: string, work: (counting: Counting) => Value): Result<Value> {
  try {
    if (open === null) {
      const opened = openCounting(path)
      if (!opened.ok) return opened
      open = opened.value
    }
    return success(work(open))
  } catch (error) {
    const known = failureOf(error, path)
    if (known === null) throw error
    return { ok: false, failure: known }
  }
}
