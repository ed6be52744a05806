import { t } from '../../../../../shared/language/translate.ts'
import { decodeText } from '../../decode.ts'
import type { Decoding } from '../../foreign.ts'
import type { SourceFile } from '../../import-format.ts'
import { beginningOf } from '../../reading/source-file.ts'
import { Refusal } from '../../refusal.ts'
import { valueOrRefusal } from '../../text-source.ts'

/** As much as is looked at to find out an older encoding, in bytes. */
const sampleBytes = 1024 * 1024

export type TextChunks = {
  readonly decoding: Decoding
  /** The text without byte order mark, piece by piece. Throws `Refusal` where bytes are no character. */
  readonly chunks: () => AsyncGenerator<string>
}

/**
 * The text of a file of any length, in whichever encoding it is: read once to find that out, and once more piece by piece.
 * `zeros` lets characters U+0000 be, which only Verbatim’s own tables have. Throws `Refusal`.
 */
export async function textChunks(
  file: SourceFile,
  { zeros }: { readonly zeros: boolean },
): Promise<TextChunks> {
  const decoding = await decodingOf(file, zeros)
  return { decoding, chunks: () => decoded(file, decoding, zeros) }
}

async function decodingOf(file: SourceFile, zeros: boolean): Promise<Decoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const kept: Uint8Array[] = []
  let keptBytes = 0
  let linesBefore = 0
  let doubtful = false
  const beginning = await beginningOf(file, 3)
  if (beginning.length === 0) throw new Refusal({ code: 'empty', reason: t('remarks:table.empty') })
  const mark = markOf(beginning)
  if (mark !== null) return mark
  for await (const chunk of file.chunks()) {
    doubtful ||= (!zeros && chunk.includes(0)) || !isUtf8(decoder, chunk)
    // From the first byte on that could tell.
    if (keptBytes > 0 || doubtful || chunk.some((byte) => byte >= 0x80)) {
      kept.push(chunk)
      keptBytes += chunk.length
    } else linesBefore += feedsIn(chunk)
    if (doubtful && keptBytes >= sampleBytes) break
  }
  if (!doubtful) return { encoding: 'utf-8', byteOrderMark: false }
  const sample = Buffer.concat(kept)
  const cut = sample.length < sampleBytes ? -1 : sample.lastIndexOf(0x0a)
  const bytes = cut === -1 ? sample : sample.subarray(0, cut)
  const { text: _, notUtf8At, ...decoding } = valueOrRefusal(decodeText({ name: file.path, bytes }))
  return notUtf8At === undefined ? decoding : { ...decoding, notUtf8At: linesBefore + notUtf8At }
}

function feedsIn(chunk: Uint8Array): number {
  return chunk.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 0)
}

function isUtf8(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function markOf(start: Uint8Array): Decoding | null {
  const [first, second, third] = start
  if (first === 0xef && second === 0xbb && third === 0xbf) return marked('utf-8')
  if (first === 0xff && second === 0xfe) return marked('utf-16le')
  return first === 0xfe && second === 0xff ? marked('utf-16be') : null
}

function marked(encoding: string): Decoding {
  return { encoding, byteOrderMark: true }
}

async function* decoded(
  file: SourceFile,
  { encoding }: Decoding,
  zeros: boolean,
): AsyncGenerator<string> {
  // A byte order mark is dropped by the decoder.
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of file.chunks()) {
      const text = decoder.decode(chunk, { stream: true })
      if (!zeros && text.includes('\0')) throw binary()
      if (text !== '') yield text
    }
    const rest = decoder.decode()
    if (rest !== '') yield rest
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Refusal({
      code: 'undecodable',
      reason: t('remarks:table.undecodable', { encoding: encoding.toUpperCase() }),
    })
  }
}

function binary(): Refusal {
  return new Refusal({
    code: 'binary',
    reason: t('remarks:table.zeroCharacters'),
  })
}
