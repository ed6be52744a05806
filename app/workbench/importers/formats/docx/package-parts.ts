import { t } from '../../../../../shared/language/translate.ts'
import { Refusal } from '../../refusal.ts'

/** All that is unpacked of a document, in bytes. A book of 1,000 pages has less. */
const maxUnpacked = 32 * 1024 * 1024

/** Most tags in it: a tree of them takes about 450 MB while it is read. */
const maxTags = 600_000

/** Most parts that a package may list. */
const maxParts = 10_000

/** The parts of an Office document (a ZIP package) that hold text or say what they are, unpacked. */
export type PackageParts = {
  /** By name within the package, such as `word/document.xml`. */
  readonly parts: ReadonlyMap<string, Uint8Array>
  /** Names of all others: pictures, fonts and what else is not read. */
  readonly others: readonly string[]
}

/**
 * Unpacks the XML parts. Sizes are looked at as the package declares them, before anything is unpacked, and again while
 * unpacking (yauzl ends a stream that gives more than was declared), so that no package takes more than `maxUnpacked`.
 * Throws `Refusal`.
 */
export async function unpackParts(bytes: Uint8Array): Promise<PackageParts> {
  const { fromBufferPromise } = await import('yauzl')
  const parts = new Map<string, Uint8Array>()
  const others: string[] = []
  let unpacked = 0
  let tags = 0
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
    if (zip.entryCount > maxParts) throw tooLarge()
    for await (const entry of zip.eachEntry()) {
      if (!/\.(?:xml|rels)$/i.test(entry.fileName)) {
        others.push(entry.fileName)
        continue
      }
      unpacked += entry.uncompressedSize
      if (unpacked > maxUnpacked) throw tooLarge()
      if (entry.isEncrypted()) throw encrypted()
      const stream = await zip.openReadStreamPromise(entry)
      const pieces: Uint8Array[] = []
      for await (const piece of stream) if (piece instanceof Uint8Array) pieces.push(piece)
      const part = Buffer.concat(pieces)
      refuseDeclarations(entry.fileName, part)
      tags += tagsIn(part)
      if (tags > maxTags) throw tooLarge()
      parts.set(entry.fileName, part)
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged(error)
  }
  return { parts, others }
}

function tagsIn(part: Buffer): number {
  let count = 0
  for (const byte of part) if (byte === 0x3c) count += 1
  return count
}

/** Packages hold no document type declarations (ECMA-376 part 2, 8.1.4), and so no entities that could expand. */
function refuseDeclarations(name: string, part: Buffer): void {
  if (!part.subarray(0, 4096).includes('<!DOCTYPE')) return
  throw new Refusal({
    place: name,
    code: 'hostile',
    reason: t('remarks:docx.declaration', { name }),
  })
}

function tooLarge(): Refusal {
  return new Refusal({
    code: 'tooLarge',
    reason: t('remarks:docx.tooLarge', { size: maxUnpacked / 1024 / 1024, tags: String(maxTags) }),
  })
}

function encrypted(): Refusal {
  return new Refusal({
    code: 'unsupported',
    reason: t('remarks:docx.encrypted'),
  })
}

function damaged(error: unknown): Refusal {
  const why = error instanceof Error ? error.message : String(error)
  return new Refusal({
    code: 'damaged',
    reason: t('remarks:docx.damaged', { reason: why.slice(0, 200) }),
  })
}
