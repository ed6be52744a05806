import { basename, extname } from 'node:path/posix'

import type { Remark } from '../../../../shared/exchange/remark.ts'
import { decodeText } from '../decode.ts'
import { importFormats } from '../formats.ts'
import { isOwnTable } from '../formats/table/own-table.ts'
import type { ImportFormat, Recognition, Sample, SourceFile } from '../import-format.ts'
import { remark } from '../landing/landing.ts'
import { beginningOf } from './source-file.ts'

/** How much of a file is looked at, in bytes … */
const sampleBytes = 64 * 1024
/** … and of JSON, whose first item may begin with a long text. */
const jsonSampleBytes = 4 * 1024 * 1024

const order: readonly Recognition[] = ['certain', 'likely', 'possible']

/** The beginning of a file, decoded where it is text. */
export async function sampleOf(file: SourceFile): Promise<Sample> {
  const { path, size, siblingNames } = file
  const bytes = await beginningOf(file, sampleBytes)
  const text = textOf(path, bytes)
  if (size <= sampleBytes || text === null || !/^\s*[[{]/.test(text)) {
    return { path, size, bytes, text, siblingNames }
  }
  const more = await beginningOf(file, jsonSampleBytes)
  return { path, size, bytes: more, text: textOf(path, more), siblingNames }
}

/** What is cut off in the middle of a character is text all the same, and so is a table of ours whatever is in it. */
function textOf(name: string, bytes: Uint8Array): string | null {
  if (bytes.length === 0) return ''
  if (isOwnTable(bytes)) return new TextDecoder().decode(bytes)
  for (let cut = 0; cut < 4 && cut < bytes.length; cut += 1) {
    const decoded = decodeText({ name, bytes: bytes.subarray(0, bytes.length - cut) })
    if (decoded.ok) return decoded.value.text
    if (bytes.length < sampleBytes) return null
  }
  return null
}

/** Why the beginning of a file is no text; `null` where it is. */
export function unreadable({ path, bytes, text }: Sample): Remark | null {
  if (text !== null) return null
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
