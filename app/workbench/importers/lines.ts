import { TextDecoder } from 'node:util'

import { t } from '../../../shared/language/translate.ts'
import type { SourceFile } from './import-format.ts'
import { Refusal } from './refusal.ts'

/** Longest line that is read, in bytes: a document at its limit, written as JSON. */
const maxLineBytes = 96 * 1024 * 1024

/** A line without its end. `number` counts from 1; `end` is the bytes of the file up to and with the line's end. */
export type Line = { readonly number: number; readonly text: string; readonly end: number }

/**
 * The lines of a UTF-8 file, one at a time however long the file is. A line ends with LF or CRLF; a byte order mark is
 * dropped. Throws `Refusal` at a line that is no UTF-8 or longer than `maxLineBytes`.
 */
export async function* linesOf(file: SourceFile): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let parts: Uint8Array[] = []
  let held = 0
  let number = 1
  let end = 0

  function line(last: Uint8Array): Line {
    const bytes = parts.length === 0 ? last : Buffer.concat([...parts, last])
    parts = []
    held = 0
    const decoded = decode(decoder, bytes, number)
    const text = number === 1 && decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded
    return { number, text: text.endsWith('\r') ? text.slice(0, -1) : text, end }
  }

  for await (const chunk of file.chunks()) {
    let start = 0
    for (;;) {
      const feed = chunk.indexOf(0x0a, start)
      if (feed === -1) break
      end += feed + 1 - start
      yield line(chunk.subarray(start, feed))
      number += 1
      start = feed + 1
    }
    const rest = chunk.subarray(start)
    end += rest.length
    held += rest.length
    if (held > maxLineBytes) throw tooLong(number)
    if (rest.length > 0) parts.push(rest)
  }
  if (held > 0) yield line(new Uint8Array())
}

function decode(decoder: TextDecoder, bytes: Uint8Array, number: number): string {
  try {
    return decoder.decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Refusal({
      place: `line ${number}`,
      code: 'undecodable',
      reason: t('remarks:line.notUtf8', { line: String(number) }),
    })
  }
}

function tooLong(number: number): Refusal {
  return new Refusal({
    place: `line ${number}`,
    code: 'tooLarge',
    reason: t('remarks:line.tooLong', {
      line: String(number),
      limit: maxLineBytes / (1024 * 1024),
    }),
  })
}
