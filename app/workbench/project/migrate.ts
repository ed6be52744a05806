import { existsSync, rmSync } from 'node:fs'
import { parse, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

import { t } from '../../../shared/language/translate.ts'
import { success, type Result } from '../../../shared/result.ts'
import { expected } from './failures.ts'
import { versionOf } from './layout-version.ts'
import type { Migration } from './migrations/migration.ts'
import { migrations } from './migrations/migrations.ts'
import { StoredDataError } from './tables/columns.ts'
import { transact } from './transaction.ts'
import { appearAs, discardUnfinished } from './whole-file.ts'

/**
 * Brings a project to the newest layout, one step at a time. Before a step a copy of the project as it was is put
 * beside it and kept; a step that fails leaves the project at the version before it.
 */
export function migrate(
  db: DatabaseSync,
  path: string,
  steps: readonly Migration[] = migrations,
): Result<null> {
  for (const step of steps) {
    if (step.from !== versionOf(db)) continue
    const kept = keepBackup(db, path, step.from)
    if (!kept.ok) return kept
    db.exec('PRAGMA foreign_keys = OFF')
    const migrated = transact(db, path, () => {
      runStep(db, step)
      return success(null)
    })
    db.exec('PRAGMA foreign_keys = ON')
    if (!migrated.ok) {
      // The project is as it was, so the copy is of no use; another try would leave another one.
      rmSync(kept.value, { force: true })
      return migrated
    }
  }
  return success(null)
}

/** Brings what nobody else can see, such as a private copy, to the newest layout. References are not enforced on it. */
export function migrateInPlace(db: DatabaseSync): void {
  for (const step of migrations) {
    if (step.from === versionOf(db)) runStep(db, step)
  }
}

function runStep(db: DatabaseSync, { from, run }: Migration): void {
  run(db)
  if (db.prepare('PRAGMA foreign_key_check').get() !== undefined) {
    throw new StoredDataError(t('failures:damage.notMigrated', { version: from }))
  }
  db.exec(`PRAGMA user_version = ${from + 1}`)
}

/** Where the copy of a project goes before a step: `Name (version 1).verbatim`, numbered where that is taken. */
function backupPathOf(path: string, version: number): string {
  const { dir, name, ext } = parse(path)
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? `version ${version}` : `version ${version}, ${number}`
    const candidate = join(dir, `${name} (${suffix})${ext}`)
    if (!existsSync(candidate)) return candidate
  }
}

/** Gives the path of the copy. */
function keepBackup(db: DatabaseSync, path: string, version: number): Result<string> {
  const backup = backupPathOf(path, version)
  const unfinished = `${backup}.unfinished`
  try {
    // What a process that was killed left of it.
    discardUnfinished(unfinished)
    db.prepare('VACUUM INTO ?').run(unfinished)
    appearAs(unfinished, backup)
    return success(backup)
  } catch (error) {
    return expected(error, path)
  } finally {
    discardUnfinished(unfinished)
  }
}
