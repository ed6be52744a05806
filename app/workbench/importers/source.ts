import { basename } from 'node:path'

/** Something a person wants as a document: a file on disk, a file whose bytes are at hand, or pasted text. */
export type ImportSource =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'paste'; readonly title: string; readonly text: string }

/** What messages call a source: a file by its own name, a paste by its title. */
export function nameOf(source: ImportSource): string {
  if (source.kind === 'paste') return source.title.trim() || 'Pasted text'
  return basename(source.kind === 'path' ? source.path : source.name)
}
