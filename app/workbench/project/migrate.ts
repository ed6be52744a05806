import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { parse, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

import { success, type Result } from '../../../shared/result.ts'
import { expected } from './failures.ts'
import { versionOf } from './layout-version.ts'
import { StoredDataError } from './tables/columns.ts'
import { transact } from './transaction.ts'

/** Takes a project from one layout version to the next. */
export type Migration = {
  readonly from: number
  /** Runs inside a transaction, with references between tables checked at its end. */
  readonly run: (db: DatabaseSync) => void
}

/** In order; the last one leads to `schemaVersion`. */
const migrations: readonly Migration[] = []

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
      step.run(db)
      if (db.prepare('PRAGMA foreign_key_check').get() !== undefined) {
        throw new StoredDataError(`it could not be brought from version ${step.from} to the next`)
      }
      db.exec(`PRAGMA user_version = ${step.from + 1}`)
      return success(null)
    })
    db.exec('PRAGMA foreign_keys = ON')
    if (!migrated.ok) return migrated
  }
  return success(null)
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

function keepBackup(db: DatabaseSync, path: string, version: number): Result<null> {
  const backup = backupPathOf(path, version)
  const unfinished = `${backup}.unfinished`
  try {
    // What a process that was killed left of it.
    for (const left of [unfinished, `${unfinished}-journal`]) rmSync(left, { force: true })
    db.prepare('VACUUM INTO ?').run(unfinished)
    const file = openSync(unfinished, 'r+')
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(unfinished, backup)
    return success(null)
  } catch (error) {
    rmSync(unfinished, { force: true })
    return expected(error, path)
  }
}
