import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, rmdir, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'

import { t } from '../../../shared/language/translate.ts'
import { failure, type Result } from '../../../shared/result.ts'
import type { Piece } from './export-format.ts'
import { openSink, refuseTarget, syncFolder, type ExportTarget, type Sink } from './sink.ts'
import { openZip } from './zip-output.ts'

/** Where the pieces of an export go, whether they make one file, a folder or an archive. */
export type Output = {
  /** Bytes that were written for the piece. */
  readonly write: (piece: Piece) => Promise<number>
  /** Makes what was written the target. */
  readonly finish: () => Promise<void>
  /** Leaves no trace of what was written; after `finish` it does nothing. */
  readonly discard: () => Promise<void>
}

/** How many files a format makes, and so what its target is. */
export type OutputShape = 'file' | 'folder'

/** A format of many files writes a folder, or an archive where the target's name says so or is a stream. */
export async function openOutput(target: ExportTarget, shape: OutputShape): Promise<Output> {
  if (shape === 'file') return fileOutput(await openSink(target))
  return makesArchive(target) ? openZip(await openSink(target)) : folderOutput(target.path)
}

/** `null` where it may be written there as far as can be told before writing. */
export async function refuseOutput(
  target: ExportTarget,
  shape: OutputShape,
  projectPath: string,
): Promise<Result<never> | null> {
  if (shape === 'file' || makesArchive(target)) return refuseTarget(target, projectPath)
  const name = basename(target.path)
  const existing = await stat(target.path).catch(() => null)
  if (existing === null) return null
  if (!existing.isDirectory()) {
    return failure(
      'alreadyExists',
      t('failures:writing.isFile', { name }),
      t('failures:writing.newFolderOrZip'),
    )
  }
  if ((await readdir(target.path)).length === 0) return null
  return failure(
    'alreadyExists',
    t('failures:writing.notEmpty', { name }),
    t('failures:writing.newFolder'),
  )
}

function makesArchive(
  target: ExportTarget,
): target is Exclude<ExportTarget, { kind: 'file' }> | (ExportTarget & { kind: 'file' }) {
  return target.kind === 'stream' || extname(target.path).toLowerCase() === '.zip'
}

function fileOutput(sink: Sink): Output {
  return {
    write: async ({ content }) => {
      if (content.length === 0) return 0
      await sink.write(content)
      return Buffer.byteLength(content)
    },
    finish: sink.finish,
    discard: sink.discard,
  }
}

/** Fills another folder beside the target, which takes its place only when all is written. */
async function folderOutput(path: string): Promise<Output> {
  const target = resolve(path)
  const parent = dirname(target)
  const temporary = join(parent, `.verbatim-export-${randomBytes(8).toString('hex')}.tmp`)
  await mkdir(temporary)
  const made = new Set([temporary])
  let current: { readonly file: string; readonly handle: FileHandle } | null = null
  let renamed = false

  async function handleFor(file: string): Promise<FileHandle> {
    if (current?.file === file) return current.handle
    await current?.handle.close()
    current = null
    const full = join(temporary, file)
    const folder = dirname(full)
    if (!made.has(folder)) await mkdir(folder, { recursive: true })
    made.add(folder)
    current = { file, handle: await open(full, 'wx') }
    return current.handle
  }

  async function closeLast(): Promise<void> {
    await current?.handle.close()
    current = null
  }

  return {
    write: async ({ file, content }) => {
      const handle = await handleFor(file)
      await handle.writeFile(content)
      return Buffer.byteLength(content)
    },
    finish: async () => {
      await closeLast()
      await rmdir(target).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
      })
      await rename(temporary, target)
      renamed = true
      await syncFolder(parent)
    },
    discard: async () => {
      if (renamed) return
      await closeLast()
      await rm(temporary, { recursive: true, force: true })
    },
  }
}
