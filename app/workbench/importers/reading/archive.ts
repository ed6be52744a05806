import type { Readable } from 'node:stream'

import { fromBuffer, open, type Entry as Member, type ZipFile } from 'yauzl'

import { t } from '../../../../shared/language/translate.ts'
import { Refusal } from '../refusal.ts'
import type { Entry } from './input.ts'

/** Most files that are looked at in one archive. */
const mostMembers = 100_000
/** All that an archive may hold unpacked, in bytes. */
const mostBytes = 4 * 1024 * 1024 * 1024
/** What a member may be unpacked, in bytes, where it is packed more than `mostRatio` times. */
const mostPackedBytes = 64 * 1024 * 1024
const mostRatio = 200

/** The files in a ZIP archive, by path. Nothing is unpacked. Throws `Refusal` for one that is damaged or a bomb. */
export async function listArchive(archive: Entry): Promise<readonly Entry[]> {
  using zip = await openArchive(archive)
  const entries: Entry[] = []
  let total = 0
  for await (const [index, member] of zip.members()) {
    const name = nameOf(member)
    total += member.uncompressedSize
    if (index >= mostMembers || total > mostBytes) throw bomb(archive)
    refuseName(name)
    refuseRatio(member, name)
    if (name.endsWith('/')) continue
    entries.push({
      path: `${archive.path}/${name}`,
      size: member.uncompressedSize,
      chosen: false,
      content: { kind: 'member', archive, member },
    })
  }
  return entries.toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

/** Reads one member, which `listArchive` found; closes the archive when it was read. Throws `Refusal` where it is damaged. */
export async function* memberChunks(archive: Entry, member: Member): AsyncGenerator<Uint8Array> {
  if (member.isEncrypted()) {
    throw new Refusal({
      code: 'unsupported',
      reason: t('remarks:archive.encrypted'),
    })
  }
  using zip = await openArchive(archive)
  const stream = await zip.read(member)
  try {
    for await (const chunk of stream) {
      if (chunk instanceof Uint8Array) yield chunk
    }
  } catch (error) {
    // It does not unpack, or to another size than it declares.
    throw damaged(error instanceof Error ? error : null)
  }
}

type OpenArchive = Disposable & {
  readonly members: () => AsyncGenerator<readonly [number, Member]>
  readonly read: (member: Member) => Promise<Readable>
}

async function openArchive({ content }: Entry): Promise<OpenArchive> {
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false } as const
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    const opened = (error: Error | null, file?: ZipFile) => {
      if (file === undefined) reject(damaged(error))
      else resolve(file)
    }
    if (content.kind === 'disk') open(content.path, options, opened)
    else if (content.kind === 'memory') fromBuffer(bufferOf(content.bytes), options, opened)
    else opened(new Error('an archive within an archive'))
  })
  return {
    members: () => membersOf(zip),
    read: async (member) =>
      new Promise((resolve, reject) => {
        zip.openReadStream(member, (error, stream) => {
          if (stream === undefined) reject(damaged(error))
          else resolve(stream)
        })
      }),
    [Symbol.dispose]: () => zip.close(),
  }
}

/** The same bytes: a copy for every member would cost more than all of them. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

async function* membersOf(zip: ZipFile): AsyncGenerator<readonly [number, Member]> {
  for (let index = 0; ; index += 1) {
    const member = await new Promise<Member | null>((resolve, reject) => {
      zip.once('entry', resolve)
      zip.once('end', () => resolve(null))
      zip.once('error', (error: Error) => reject(damaged(error)))
      zip.readEntry()
    })
    zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error')
    if (member === null) return
    yield [index, member]
  }
}

/** General purpose bit 11 says UTF-8 (APPNOTE.TXT 4.4.4); without it most programs write UTF-8 all the same. */
function nameOf({ fileName }: Member): string {
  const bytes: Uint8Array = Buffer.from(fileName)
  const text = new TextDecoder('utf-8').decode(bytes)
  const name = text.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : text
  return name.replaceAll('\\', '/')
}

/** Nothing is written under these names, but an archive that has them is up to no good. */
function refuseName(name: string): void {
  const climbs = name.split('/').includes('..') || name.startsWith('/') || /^[a-z]:/i.test(name)
  if (!climbs && !name.includes('\0')) return
  throw new Refusal({
    code: 'hostile',
    reason: t('remarks:archive.climbs', { name: name.slice(0, 200) }),
  })
}

function refuseRatio({ compressedSize, uncompressedSize }: Member, name: string): void {
  if (uncompressedSize <= mostPackedBytes || uncompressedSize <= compressedSize * mostRatio) return
  throw new Refusal({
    code: 'hostile',
    reason: t('remarks:archive.ratio', { name: name.slice(0, 200), ratio: mostRatio }),
  })
}

function bomb({ path }: Entry): Refusal {
  return new Refusal({
    code: 'hostile',
    reason: t('remarks:archive.bomb', { path, files: mostMembers, size: mostBytes / 1024 ** 3 }),
  })
}

function damaged(error: Error | null): Error {
  return new Refusal({
    code: 'damaged',
    reason: t('remarks:archive.damaged', { reason: error?.message ?? '?' }),
  })
}
