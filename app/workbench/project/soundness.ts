import type { DatabaseSync } from 'node:sqlite'

import { t } from '../../../shared/language/translate.ts'
import { versionOf } from './layout-version.ts'
import { partsOfVersion1 } from './migrations/version-1-layout.ts'
import { partsOfVersion2 } from './migrations/version-2-layout.ts'
import { schema } from './schema.ts'
import { integerIn, StoredDataError, textIn } from './tables/columns.ts'

/** Files up to this size are looked through page by page when they are opened; in bytes. */
const quickCheckBytes = 16 * 1024 * 1024

/** Names of the tables and indices of a layout. */
function expectedNames(version: number): readonly string[] {
  if (version === 1) return partsOfVersion1
  if (version === 2) return partsOfVersion2
  return [...schema.matchAll(/^CREATE (?:TABLE|INDEX) (\w+)/gm)].flatMap(([, name]) => name ?? [])
}

/**
 * Throws a `StoredDataError` where the file is visibly not whole. Large files are looked at only in outline, to open
 * at once; `checkProject` looks at everything.
 */
export function assertSound(db: DatabaseSync): void {
  const present = new Set(
    db
      .prepare('SELECT name FROM sqlite_schema')
      .all()
      .map((row) => textIn(row, 'name')),
  )
  const missing = expectedNames(versionOf(db)).find((name) => !present.has(name))
  if (missing !== undefined)
    throw new StoredDataError(t('failures:damage.namedPartMissing', { name: missing }))

  if (sizeOf(db) > quickCheckBytes) return
  const finding = textIn(db.prepare('PRAGMA quick_check(1)').get() ?? {}, 'quick_check')
  if (finding !== 'ok') throw new StoredDataError(t('failures:damage.doesNotFit'))
}

function sizeOf(db: DatabaseSync): number {
  const value = (name: string) => integerIn(db.prepare(`PRAGMA ${name}`).get() ?? {}, name)
  return value('page_count') * value('page_size')
}
