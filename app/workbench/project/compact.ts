import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

import { t } from '../../../shared/language/translate.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { busyTimeout } from './busy-timeout.ts'
import { expected } from './failures.ts'
import { openProject } from './open-project.ts'

/** Sizes of a project file, in bytes. */
export type Compacted = { readonly before: number; readonly after: number }

/**
 * Writes an open project anew without the room that is free in it. SQLite does that as one transaction: where the process
 * is killed meanwhile, or the disk is full, the file is as it was. Takes as long as writing the file, so it is for a
 * thread of its own; nothing else can be saved until it is done. `path` is that of a project which this process has open.
 */
export function compactOpen({ path }: { readonly path: string }): Result<Compacted> {
  let db: DatabaseSync | null = null
  try {
    db = new DatabaseSync(path, { timeout: busyTimeout })
    // What is in the log counts as well.
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    const before = statSync(path).size
    db.exec('PRAGMA synchronous = FULL; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
    return success({ before, after: statSync(path).size })
  } catch (error) {
    return expected(error, path)
  } finally {
    db?.close()
  }
}

/** The same for a project that nobody has open. */
export function compactProject(path: string): Result<Compacted> {
  const opened = openProject(path, { program: 'verbatim compact' })
  if (!opened.ok) return opened
  const file = opened.value
  try {
    if (file.readOnly !== null) {
      return failure('readOnly', file.readOnly, t('failures:file.nothingChanged'))
    }
    return compactOpen({ path: file.path })
  } finally {
    file.close()
  }
}
