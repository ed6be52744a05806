import type { DatabaseSync } from 'node:sqlite'

import { t } from '../../../shared/language/translate.ts'
import { searchableOf, type Searchable } from '../../../shared/text/searchable.ts'
import { StoredDataError, textIn } from '../project/tables/columns.ts'

/** Folded texts that are kept, in UTF-16 code units of them all: those of ten thousand articles. */
const mostKept = 48_000_000

/** The texts of a project, by their `id`. */
export type TextSource = {
  readonly text: (id: number) => string
  /** Kept for the next search, the latest ones. */
  readonly searchable: (id: number) => Searchable
}

export function createTextSource(db: DatabaseSync): TextSource {
  const byId = db.prepare('SELECT text FROM texts WHERE id = ?')
  const kept = new Map<number, Searchable>()
  let size = 0

  function text(id: number): string {
    const row = byId.get(id)
    if (row === undefined) throw new StoredDataError(t('failures:damage.textMissing'))
    return textIn(row, 'text')
  }

  return {
    text,
    searchable: (id) => {
      const known = kept.get(id)
      if (known !== undefined) return known
      const made = compact(searchableOf(text(id)))
      for (const [oldest, { folded }] of kept) {
        if (size + made.folded.length <= mostKept) break
        kept.delete(oldest)
        size -= folded.length
      }
      kept.set(id, made)
      size += made.folded.length
      return made
    },
  }
}

const beyondLatin1 = /[^\0-\xff]/

/** The same text in half the memory: what comes of a text with curly quotation marks takes two bytes a character otherwise. */
function compact({ folded, seams }: Searchable): Searchable {
  if (beyondLatin1.test(folded)) return { folded, seams }
  return { folded: Buffer.from(folded, 'latin1').toString('latin1'), seams }
}
