import type { Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

import type { Remark } from '../../../../shared/exchange/remark.ts'
import { t } from '../../../../shared/language/translate.ts'
import { remark } from '../landing/landing.ts'
import type { Entry, Input } from './input.ts'

export type Listed = {
  readonly entries: readonly Entry[]
  readonly refused: readonly { readonly path: string; readonly remark: Remark }[]
}

/**
 * The files that were chosen and those in folders that were chosen, sorted by name; hidden ones and links to folders
 * are left out. Archives are files here.
 */
export async function listInputs(inputs: readonly Input[]): Promise<Listed> {
  const entries: Entry[] = []
  const refusals: Listed['refused'][number][] = []
  const taken = new Set<string>()

  /** Two files that were chosen from different folders may have one name. */
  function unique(path: string): string {
    for (let count = 1; ; count += 1) {
      const candidate = count === 1 ? path : `${path} (${count})`
      if (taken.has(candidate)) continue
      taken.add(candidate)
      return candidate
    }
  }

  for (const input of inputs) {
    if (input.kind === 'bytes') {
      const path = unique(input.name)
      entries.push({
        path,
        size: input.bytes.length,
        chosen: true,
        content: { kind: 'memory', bytes: input.bytes },
      })
      continue
    }
    const found = await lookAt(input.path)
    if (!found.ok) refusals.push({ path: input.path, remark: found.remark })
    else if (found.stats.isDirectory()) {
      const name = unique(basename(input.path))
      const below = await listFolder(input.path, name)
      entries.push(...below.entries)
      refusals.push(...below.refused)
    } else {
      const content = { kind: 'disk', path: input.path } as const
      entries.push({
        path: unique(basename(input.path)),
        size: found.stats.size,
        chosen: true,
        content,
      })
    }
  }
  return { entries, refused: refusals }
}

async function listFolder(folder: string, path: string): Promise<Listed> {
  const found = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) return null
    throw error
  })
  if (found === null) {
    const reason = t('remarks:file.folderUnreadable')
    return { entries: [], refused: [{ path, remark: fileRemark('noPermission', reason) }] }
  }
  const entries: Entry[] = []
  const refusals: Listed['refused'][number][] = []
  const visible = found.filter(({ name }) => !name.startsWith('.'))
  for (const entry of visible.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const full = join(folder, entry.name)
    const inner = `${path}/${entry.name}`
    if (entry.isDirectory()) {
      const below = await listFolder(full, inner)
      entries.push(...below.entries)
      refusals.push(...below.refused)
      continue
    }
    const looked = await lookAt(full)
    if (!looked.ok || !looked.stats.isFile()) continue
    entries.push({
      path: inner,
      size: looked.stats.size,
      chosen: false,
      content: { kind: 'disk', path: full },
    })
  }
  return { entries, refused: refusals }
}

type Looked =
  | { readonly ok: true; readonly stats: Stats }
  | { readonly ok: false; readonly remark: Remark }

/** Before opening: opening a pipe would wait for its writer. */
async function lookAt(path: string): Promise<Looked> {
  const name = basename(path)
  const found = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) return String(error.code)
    throw error
  })
  if (typeof found !== 'string') {
    if (found.isFile() || found.isDirectory()) return { ok: true, stats: found }
    return refused('unsupported', t('remarks:file.notAFile', { name }))
  }
  if (found === 'ENOENT' || found === 'ENOTDIR') {
    return refused('notFound', t('remarks:file.missing', { name }))
  }
  return refused(
    found === 'EACCES' || found === 'EPERM' ? 'noPermission' : 'storage',
    t('remarks:file.unreadable', { name, code: found }),
  )
}

function refused(code: Remark['code'], reason: string): Looked {
  return { ok: false, remark: fileRemark(code, reason) }
}

function fileRemark(code: Remark['code'], reason: string): Remark {
  return remark({ thing: 'file', code, reason })
}
