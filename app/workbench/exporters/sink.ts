import { randomBytes } from 'node:crypto'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Writable } from 'node:stream'

import { t } from '../../../shared/language/translate.ts'
import { failure, type Result } from '../../../shared/result.ts'

/** Where an export goes: a file that is replaced whole or not at all, or a stream. */
export type ExportTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'stream'; readonly stream: Writable }

/** Takes text (written as UTF-8) and bytes in order and answers when it may go on, so that writing sets the pace of reading. */
export type Sink = {
  readonly write: (chunk: string | Uint8Array) => Promise<void>
  /** Makes what was written the target. */
  readonly finish: () => Promise<void>
  /** Leaves no trace of what was written to a file; after `finish` it does nothing. */
  readonly discard: () => Promise<void>
}

export async function openSink(target: ExportTarget): Promise<Sink> {
  return target.kind === 'file' ? openFileSink(target.path) : streamSink(target.stream)
}

/** Writes beside the target under another name, and takes its place only when all is on the disk. */
async function openFileSink(path: string): Promise<Sink> {
  const target = await followLink(path)
  const folder = dirname(target)
  const temporary = join(folder, `.verbatim-export-${randomBytes(8).toString('hex')}.tmp`)
  const file = await open(temporary, 'wx')
  let renamed = false
  return {
    write: async (chunk) => file.writeFile(chunk),
    finish: async () => {
      await file.sync()
      await file.close()
      await rename(temporary, target)
      renamed = true
      await syncFolder(folder)
    },
    discard: async () => {
      if (renamed) return
      await file.close()
      await rm(temporary, { force: true })
    },
  }
}

/** The file that a link leads to, so that the link stays and its file is replaced. */
async function followLink(path: string): Promise<string> {
  const existing = await stat(path).catch(() => null)
  return existing === null ? path : realpath(path)
}

/** Makes the new name last through a power cut, where the file system can: the file itself is whole either way. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => null)
  await handle?.close()
}

function streamSink(stream: Writable): Sink {
  // `write` reports its own error; without a listener the stream would raise it a second time.
  stream.on('error', () => {})
  return {
    write: async (chunk) =>
      new Promise((resolve, reject) => {
        stream.write(chunk, (error) => (error ? reject(error) : resolve()))
      }),
    finish: async () => {},
    discard: async () => {},
  }
}

/** `null` where a file may be written there as far as can be told before writing. */
export async function refuseTarget(
  target: ExportTarget,
  projectPath: string,
): Promise<Result<never> | null> {
  if (target.kind === 'stream') return null
  const name = basename(target.path)
  const existing = await stat(target.path).catch(() => null)
  if (existing === null) return null
  if (existing.isDirectory()) {
    return failure(
      'alreadyExists',
      t('failures:writing.isFolder', { name }),
      t('failures:writing.fileInFolder'),
    )
  }
  if (!existing.isFile()) {
    return failure(
      'unsupported',
      t('failures:writing.isDevice', { name }),
      t('failures:writing.chooseFile'),
    )
  }
  const project = await stat(projectPath).catch(() => null)
  if (project?.ino !== existing.ino || project.dev !== existing.dev) return null
  return failure(
    'conflict',
    t('failures:writing.isProject', { name }),
    t('failures:writing.otherName'),
  )
}

/** Words for an error of the file system while writing; `null` for any other. */
export function refuseWrite(target: ExportTarget, error: unknown): Result<never> | null {
  const systemCode = error instanceof Error && 'code' in error ? String(error.code) : ''
  const code = failureCodes.get(systemCode)
  if (code === undefined) return null
  const name = target.kind === 'file' ? basename(target.path) : ''
  return failure(
    code,
    t(`failures:writing.${code}.${target.kind}`, { name, code: systemCode }),
    t(`failures:writing.${code}.remedy`),
  )
}

const failureCodes: ReadonlyMap<
  string,
  'diskFull' | 'noPermission' | 'notFound' | 'inUse' | 'storage'
> = new Map([
  ['ENOSPC', 'diskFull'],
  ['EDQUOT', 'diskFull'],
  ['EFBIG', 'diskFull'],
  ['EACCES', 'noPermission'],
  ['EPERM', 'noPermission'],
  ['EROFS', 'noPermission'],
  ['ENOENT', 'notFound'],
  ['ENOTDIR', 'notFound'],
  ['EBUSY', 'inUse'],
  ['ETXTBSY', 'inUse'],
  ['EIO', 'storage'],
  ['EPIPE', 'storage'],
  ['ENAMETOOLONG', 'storage'],
  ['ELOOP', 'storage'],
  ['ERR_STREAM_DESTROYED', 'storage'],
])
