import { inflateSync } from 'node:zlib'

import { t } from '../../../../../shared/language/translate.ts'
import { Refusal } from '../../refusal.ts'

/** What one stream of a PDF may unpack to, in bytes: a scanned page in colour at 600 dots per inch has 100 MB. */
const maxStream = 128 * 1024 * 1024

/** What all of them may. */
const maxTotal = 1024 * 1024 * 1024

/** Most packed streams that are looked at: 2,000 pages with their pictures and fonts have fewer. */
const maxStreams = 30_000

const keyword = Buffer.from('stream')

/**
 * Unpacks every packed stream of a PDF (ISO 32000-2, 7.3.8 and 7.4.4) to find out how large it is, wherever the word
 * that begins one stands, whatever length or filter the file declares, and also where it is packed twice. pdf.js has no
 * limit of its own: 3 MB can become 6 GB of memory. Streams of encrypted files cannot be looked at. Throws `Refusal`.
 */
export function refusePackedBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  let streams = 0
  let at = file.indexOf(keyword)
  for (; at !== -1; at = file.indexOf(keyword, at + keyword.length)) {
    let packed = file.subarray(startOf(file, at + keyword.length))
    while (isPacked(packed)) {
      streams += 1
      if (streams > maxStreams) throw tooMany()
      packed = unpack(packed)
      total += packed.length
      if (total > maxTotal) throw bomb(maxTotal)
    }
  }
}

/** Past the line end after the keyword. */
function startOf(file: Buffer, from: number): number {
  const feed = file[from] === 0x0d ? from + 1 : from
  return file[feed] === 0x0a ? feed + 1 : feed
}

/** Whether a zlib stream begins here (RFC 1950, 2.2). */
function isPacked(bytes: Buffer): boolean {
  const [method, flags] = bytes
  if (method === undefined || flags === undefined) return false
  return (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0
}

function unpack(packed: Buffer): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: maxStream })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ERR_BUFFER_TOO_LARGE') throw bomb(maxStream)
    // Not a packed stream after all, or a broken one, which is for pdf.js to find.
    return Buffer.alloc(0)
  }
}

function bomb(limit: number): Refusal {
  return new Refusal({
    code: 'hostile',
    reason: t('remarks:pdf.bomb', { limit: limit / 1024 / 1024 }),
  })
}

function tooMany(): Refusal {
  return new Refusal({
    code: 'tooLarge',
    reason: t('remarks:pdf.tooManyParts', { limit: String(maxStreams) }),
  })
}
