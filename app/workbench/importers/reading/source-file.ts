import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

import { t } from '../../../../shared/language/translate.ts'
import type { SourceFile } from '../import-format.ts'
import { Refusal } from '../refusal.ts'
import { memberChunks } from './archive.ts'
import type { Entry } from './input.ts'

/** Largest file that is read whole, in bytes. */
const maxWholeBytes = 256 * 1024 * 1024

/** All files of an import, as each of them sees the others. */
export type Files = {
  readonly file: (path: string) => SourceFile | null
}

/** A file that was chosen by itself also sees the files that lie beside it on disk. */
export function filesOf(entries: readonly Entry[]): Files {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]))
  const folders = new Map(
    [...Map.groupBy(entries, ({ path }) => posix.dirname(path))].map(([folder, within]) => [
      folder,
      byName(within),
    ]),
  )

  function siblingsOf({ path, chosen, content }: Entry): Siblings {
    const alone = chosen && content.kind === 'disk'
    return alone
      ? byName(besideOnDisk(content.path))
      : (folders.get(posix.dirname(path)) ?? byName([]))
  }

  function sourceFile(entry: Entry): SourceFile {
    let known: Siblings | null = null
    const siblings = () => (known ??= siblingsOf(entry))
    return {
      path: entry.path,
      size: entry.size,
      bytes: async () => wholeOf(entry),
      chunks: () => chunksOf(entry),
      sibling: (name) => {
        const found = siblings().entries.get(name)
        return found === undefined ? null : sourceFile(found)
      },
      get siblingNames() {
        return siblings().names
      },
    }
  }

  return {
    file: (path) => {
      const entry = byPath.get(path)
      return entry === undefined ? null : sourceFile(entry)
    },
  }
}

/** The files of one folder; their names are listed once for all of them. */
type Siblings = { readonly entries: ReadonlyMap<string, Entry>; readonly names: readonly string[] }

function byName(files: readonly Entry[]): Siblings {
  const entries = new Map(files.map((entry) => [posix.basename(entry.path), entry]))
  return { entries, names: [...entries.keys()] }
}

function besideOnDisk(path: string): readonly Entry[] {
  const folder = dirname(path)
  return readdirSync(folder, { withFileTypes: true })
    .filter((found) => found.isFile())
    .map(({ name }) => {
      const beside = join(folder, name)
      const { size } = statSync(beside, { throwIfNoEntry: false }) ?? { size: 0 }
      return { path: name, size, chosen: true, content: { kind: 'disk', path: beside } } as const
    })
}

/** The first bytes of a file: what tells its kind. */
export async function beginningOf(file: SourceFile, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let held = 0
  for await (const chunk of file.chunks()) {
    parts.push(chunk)
    held += chunk.length
    if (held >= length) break
  }
  return Buffer.concat(parts).subarray(0, length)
}

async function wholeOf(entry: Entry): Promise<Uint8Array> {
  if (entry.size > maxWholeBytes) throw tooLarge()
  const parts: Uint8Array[] = []
  let held = 0
  for await (const chunk of chunksOf(entry)) {
    parts.push(chunk)
    held += chunk.length
    // Its folder or archive may say less than there is.
    if (held > maxWholeBytes) throw tooLarge()
  }
  const [only] = parts
  return only !== undefined && parts.length === 1 ? only : Buffer.concat(parts)
}

/** Files up to this are read in one go, larger ones in pieces of it; in bytes. This thread has nothing else to do. */
const atOnce = 1024 * 1024

async function* chunksOf({ content, size }: Entry): AsyncGenerator<Uint8Array> {
  switch (content.kind) {
    case 'memory':
      yield content.bytes
      return
    case 'member':
      yield* memberChunks(content.archive, content.member)
      return
    case 'disk':
      try {
        if (size <= atOnce) {
          yield readFileSync(content.path)
          return
        }
        for await (const chunk of createReadStream(content.path, { highWaterMark: atOnce })) {
          if (chunk instanceof Uint8Array) yield chunk
        }
      } catch (error) {
        throw unreadable(error)
      }
  }
}

function unreadable(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (typeof code !== 'string') return error
  const denied = code === 'EACCES' || code === 'EPERM'
  return new Refusal({
    code: denied ? 'noPermission' : code === 'ENOENT' ? 'notFound' : 'storage',
    reason: denied ? t('remarks:file.denied') : t('remarks:file.failed', { code }),
  })
}

function tooLarge(): Refusal {
  return new Refusal({
    code: 'tooLarge',
    reason: t('remarks:file.tooLarge', { limit: maxWholeBytes / (1024 * 1024) }),
  })
}
