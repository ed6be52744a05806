import type { Entry as Member } from 'yauzl'

/** What a person chose to import: a file or folder on disk, or a file whose bytes are at hand. */
export type Input =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }

/** A file among everything that was chosen: where its bytes are, and what it is called. */
export type Entry = {
  /** Within what was chosen, with `/`: `batch/a.txt`, `news.zip/a.txt`. Unique. */
  readonly path: string
  /** In bytes, as far as its folder or archive says. */
  readonly size: number
  /** Whether it was chosen itself: files found in folders and archives are skipped where they are of no known kind. */
  readonly chosen: boolean
  readonly content: Content
}

type Content =
  | { readonly kind: 'disk'; readonly path: string }
  | { readonly kind: 'memory'; readonly bytes: Uint8Array }
  /** A member of an archive on disk or in memory. */
  | { readonly kind: 'member'; readonly archive: Entry; readonly member: Member }
