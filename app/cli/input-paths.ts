import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

import type { Failure } from '../../shared/result.ts'
import { isImportable } from '../workbench/importers/formats.ts'

export type InputPaths = {
  /** Files to import, in order. */
  readonly files: readonly string[]
  /** Files in folders that are of another kind. */
  readonly skipped: readonly string[]
  readonly refused: readonly { readonly path: string; readonly failure: Failure }[]
}

/**
 * The files that arguments stand for. A file stands for itself, whatever its name. A folder stands for the files in
 * it and below that have the extension of an import format, sorted by name; hidden ones and links to folders are left out.
 */
export async function listInputs(paths: readonly string[]): Promise<InputPaths> {
  const files: string[] = []
  const skipped: string[] = []
  const refused: InputPaths['refused'][number][] = []
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    if (found?.isDirectory() !== true) {
      files.push(path)
      continue
    }
    const below = await listFolder(path)
    files.push(...below.files)
    skipped.push(...below.skipped)
    refused.push(...below.refused)
    if (below.files.length === 0 && below.refused.length === 0) {
      refused.push({ path, failure: nothingIn(path) })
    }
  }
  return { files, skipped, refused }
}

async function listFolder(folder: string): Promise<InputPaths> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) return error
    throw error
  })
  if (entries instanceof Error)
    return { files: [], skipped: [], refused: [{ path: folder, failure: unreadable(folder) }] }
  const visible = entries
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
  const files: string[] = []
  const skipped: string[] = []
  const refused: InputPaths['refused'][number][] = []
  for (const entry of visible) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      const below = await listFolder(path)
      files.push(...below.files)
      skipped.push(...below.skipped)
      refused.push(...below.refused)
    } else if (isImportable(entry.name)) files.push(path)
    else skipped.push(path)
  }
  return { files, skipped, refused }
}

function nothingIn(folder: string): Failure {
  return {
    code: 'empty',
    message: `“${basename(folder)}” holds no text or Markdown files.`,
    remedy:
      'Nothing was imported from it. Name the files themselves with --format text if they are text under another name.',
  }
}

function unreadable(folder: string): Failure {
  return {
    code: 'noPermission',
    message: `The folder “${basename(folder)}” could not be read.`,
    remedy: 'Nothing was imported from it. Check your rights on it.',
  }
}
