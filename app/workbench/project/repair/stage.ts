import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { t } from '../../../../shared/language/translate.ts'
import type { Finding } from '../../../../shared/model/finding.ts'
import { failure, success, type Result } from '../../../../shared/result.ts'
import { judgeVersion } from '../layout-version.ts'
import { migrateInPlace } from '../migrate.ts'
import { applicationId, schemaVersion } from '../schema.ts'
import { integerIn, textIn } from '../tables/columns.ts'
import { layoutOf } from './layout.ts'
import { openPages } from './pages.ts'
import type { Repairing } from './progress.ts'
import { salvage } from './salvage.ts'

const magic = 'SQLite format 3\0'

/**
 * Brings every readable row of the file at `copy` into the empty database `db`, in the newest layout. `path` is what
 * the file is called. Gives what could not be read.
 */
export function* stage(
  copy: string,
  db: DatabaseSync,
  path: string,
): Repairing<Result<readonly Finding[]>> {
  const settled = settle(copy)
  const head = headOf(copy)
  // A head that was overwritten says nothing of either.
  if (head.isDatabase && head.applicationId !== applicationId) return notAProject(path)
  if (head.isDatabase && head.version > schemaVersion) {
    const judged = judgeVersion(path, head.version)
    if (!judged.ok) return judged
  }
  const isKnown = head.isDatabase && head.version >= 1 && head.version <= schemaVersion
  const version = isKnown ? head.version : schemaVersion
  const pages = openPages(copy)
  try {
    const { tables, sql } = layoutOf(pages, version)
    db.exec(sql)
    db.exec('BEGIN')
    const lost = yield* salvage(pages, tables, db)
    if (version !== schemaVersion) {
      dropDangling(db)
      db.exec(`PRAGMA user_version = ${version}`)
      migrateInPlace(db)
    }
    db.exec('COMMIT')
    return success([...settled, ...lost])
  } finally {
    pages.close()
  }
}

/** Takes in the log beside the copy, or takes back a change that was interrupted, where SQLite can. */
function settle(copy: string): readonly Finding[] {
  if (!['-wal', '-journal'].some((beside) => existsSync(`${copy}${beside}`))) return []
  try {
    using db = new DatabaseSync(copy)
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    return []
  } catch {
    const message = t('failures:repair.beside')
    return [{ part: 'file', id: null, message }]
  }
}

function headOf(path: string) {
  const bytes = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, bytes, 0, bytes.length, 0)
  } finally {
    closeSync(file)
  }
  return {
    isDatabase: bytes.toString('latin1', 0, magic.length) === magic,
    version: bytes.readUInt32BE(60),
    applicationId: bytes.readUInt32BE(68),
  }
}

/** An older layout is brought up only where its references hold: rows that refer to what is lost go, and what refers to them. */
function dropDangling(db: DatabaseSync): void {
  const check = db.prepare('PRAGMA foreign_key_check')
  for (let rows = check.all(); rows.length > 0; rows = check.all()) {
    for (const row of rows) {
      if (row['rowid'] === null) return
      db.prepare(`DELETE FROM "${textIn(row, 'table')}" WHERE rowid = ?`).run(
        integerIn(row, 'rowid'),
      )
    }
  }
}

function notAProject(path: string): Result<never> {
  return failure(
    'notAProject',
    t('failures:repair.otherDatabase', { name: basename(path) }),
    t('failures:repair.chooseProject'),
  )
}
