import { basename, extname } from 'node:path/posix'

import type { Remark } from '../../../../shared/exchange/remark.ts'
import { decodeText, type DecodedText } from '../decode.ts'
import { importFormats } from '../formats.ts'
import { isOwnTable } from '../formats/table/own-table.ts'
import type { ImportFormat, Recognition, Sample, SourceFile } from '../import-format.ts'
import { outlineJson } from '../json-outline.ts'
import { tooDeep } from '../json-source.ts'
import { remark } from '../landing/landing.ts'
import { beginningOf } from './source-file.ts'

/** How much of a file is looked at, in bytes … */
const sampleBytes = 64 * 1024
/** … and of JSON, whose items may be long: this much, or to the end of the first one, whichever is more … */
const jsonSampleBytes = 4 * 1024 * 1024
/** … but no more than the longest line that is read. Texts in it are cut short. */
const mostJsonBytes = 96 * 1024 * 1024

const order: readonly Recognition[] = ['certain', 'likely', 'possible']

/** The beginning of a file, decoded where it is text. */
export async function sampleOf(file: SourceFile): Promise<Sample> {
  const { path, size, siblingNames } = file
  const bytes = await beginningOf(file, sampleBytes)
  const text = textOf(path, bytes)
  const isLongJson = size > sampleBytes && text !== null && /^\s*[[{]/.test(text)
  const outline = isLongJson ? await outlineOf(file, bytes) : null
  return { path, size, bytes, text: outline ?? text, siblingNames }
}

/** The first items of a JSON file, long strings in them cut short; `null` where its bytes are no text on the way. */
async function outlineOf(file: SourceFile, beginning: Uint8Array): Promise<string | null> {
  const encoding = encodingOf(file.path, beginning)
  if (encoding === null) return null
  const decoder = new TextDecoder(encoding, { fatal: true })
  const outline = outlineJson()
  const parts: string[] = []
  let read = 0
  try {
    for await (const chunk of file.chunks()) {
      parts.push(outline.add(decoder.decode(chunk, { stream: true })))
      read += chunk.length
      if (read >= (outline.firstItemEnded() ? jsonSampleBytes : mostJsonBytes)) break
    }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
  return parts.join('')
}

function textOf(name: string, bytes: Uint8Array): string | null {
  if (bytes.length === 0) return ''
  // A table of ours is text whatever is in it.
  return isOwnTable(bytes)
    ? new TextDecoder().decode(bytes)
    : (decodedBeginning(name, bytes)?.text ?? null)
}

function encodingOf(name: string, bytes: Uint8Array): string | null {
  return decodedBeginning(name, bytes)?.encoding ?? null
}

/** What is cut off in the middle of a character is text all the same. */
function decodedBeginning(name: string, bytes: Uint8Array): DecodedText | null {
  for (let cut = 0; cut < 4 && cut < bytes.length; cut += 1) {
    const decoded = decodeText({ name, bytes: bytes.subarray(0, bytes.length - cut) })
    if (decoded.ok) return decoded.value
    if (bytes.length < sampleBytes) return null
  }
  return null
}

/** Why the beginning of a file is no text, or none that is read; `null` where it is. */
export function unreadable({ path, bytes, text }: Sample): Remark | null {
  if (text !== null) return tooDeep(text, null)?.remark ?? null
  const decoded = decodeText({ name: basename(path), bytes })
  if (decoded.ok) return null
  const { code, message, remedy } = decoded.failure
  return remark({ thing: 'file', code, reason: `${message} ${remedy}` })
}

/** Whether any format goes by the name of a file. */
export function isOfKnownName(path: string): boolean {
  return importFormats.some((format) => hasExtension(format, path))
}

/** The format that claims a file most surely, the first one in the list where several do; `null` for none. */
export function recognise(sample: Sample): ImportFormat | null {
  const claims = importFormats.map((format) => ({ format, recognition: format.recognise(sample) }))
  for (const level of order) {
    const claimed = claims.filter(({ recognition }) => recognition === level)
    const byName = claimed.find(({ format }) => hasExtension(format, sample.path))
    const first = byName ?? claimed[0]
    if (first !== undefined) return first.format
  }
  return null
}

export function hasExtension({ extensions }: ImportFormat, path: string): boolean {
  return extensions.includes(extname(path).toLowerCase())
}
