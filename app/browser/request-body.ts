import type { IncomingMessage } from 'node:http'

import { maxDocumentBytes } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { failure, type Result, success } from '../../shared/result.ts'

/** Largest body of a call, in bytes: one largest document in base64, and room for the JSON around it. */
export const maxBodyBytes = Math.ceil(maxDocumentBytes / 3) * 4 + 1024 * 1024

type Body = { readonly status: number; readonly json: Result<unknown> }

/** Reads the JSON body of a call. The HTTP status is for the failure, where there is one. */
export async function readJsonBody(request: IncomingMessage): Promise<Body> {
  if (!/^application\/json(;|$)/.test(request.headers['content-type'] ?? '')) {
    return malformed(415, t('failures:browser.notJson'))
  }
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes: Buffer = chunk
    length += bytes.length
    // The rest is read and thrown away, so that the answer reaches a client that is still sending.
    if (length <= maxBodyBytes) chunks.push(bytes)
    else chunks.length = 0
  }
  if (length > maxBodyBytes) {
    return {
      status: 413,
      json: failure(
        'tooLarge',
        t('failures:browser.tooLarge', {
          sent: megabytes(length),
          limit: megabytes(maxBodyBytes),
        }),
        t('failures:browser.inSteps'),
      ),
    }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return { status: 200, json: success(JSON.parse(text)) }
  } catch {
    return malformed(400, t('failures:browser.unreadableJson'))
  }
}

function malformed(status: number, message: string): Body {
  return {
    status,
    json: failure('invalidArguments', message, t('failures:browser.reload')),
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}
