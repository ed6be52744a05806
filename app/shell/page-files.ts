import { readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

export type PageFile = { readonly path: string; readonly contentType: string }

/** The built page. The path is the same from this source file as from the bundle in out/main. */
export const pageFolder = join(import.meta.dirname, '../../out/renderer')

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/**
 * The files of the built page by URL path (`/index.html`). What is not listed is not served, so that no path, however
 * written, leads out of the folder.
 */
export async function listPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes[extname(entry.name)]
    if (!entry.isFile() || contentType === undefined) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { path, contentType })
  }
  return files
}
