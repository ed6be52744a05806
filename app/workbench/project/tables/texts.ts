import type { DatabaseSync } from 'node:sqlite'

import { textIn } from './columns.ts'

export type TextsTable = {
  /** The stored text under the hash of its UTF-8 bytes; `null` where there is none. */
  readonly get: (sha256: string) => string | null
  /** Keeps a text; one that is kept already stays as it is. */
  readonly put: (sha256: string, text: string) => void
  /** To be called when a transaction was rolled back: a text read in it may never have been stored. */
  readonly forgetLast: () => void
}

export function textsTable(db: DatabaseSync): TextsTable {
  const byHash = db.prepare('SELECT text FROM texts WHERE sha256 = ?')
  const insertion = db.prepare(
    'INSERT INTO texts (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  // Tag after tag goes to one document: its text is not read from disk for each of them.
  let last: { readonly sha256: string; readonly text: string } | null = null

  return {
    get: (sha256) => {
      if (last?.sha256 === sha256) return last.text
      const row = byHash.get(sha256)
      if (row === undefined) return null
      last = { sha256, text: textIn(row, 'text') }
      return last.text
    },
    put: (sha256, text) => {
      insertion.run(sha256, text)
    },
    forgetLast: () => {
      last = null
    },
  }
}
