import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { Result } from '../../shared/result.ts'
import { contentSecurityPolicy } from '../shell/content-security-policy.ts'
import { jsonInChunks } from './json-pieces.ts'

/** Sets the headers that every answer carries. Returns the nonce of its content security policy. */
export function setSecurityHeaders(response: ServerResponse): string {
  const nonce = randomBytes(16).toString('base64')
  const headers = {
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy(nonce),
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  return nonce
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}

export async function sendResult(
  response: ServerResponse,
  status: number,
  result: Result<unknown>,
): Promise<void> {
  response.writeHead(status, { 'content-type': 'application/json' })
  const chunks = jsonInChunks(result)
  const first = await chunks.next()
  const second = await chunks.next()
  // Nearly every answer is one chunk, and quickest in one go.
  if (second.done === true) response.end(first.value)
  else await pipeline(Readable.from(startingWith([first.value, second.value], chunks)), response)
}

async function* startingWith<Value>(
  first: readonly Value[],
  others: AsyncIterable<Value>,
): AsyncGenerator<Value, void> {
  yield* first
  yield* others
}
