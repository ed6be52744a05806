import { DatabaseSync } from 'node:sqlite'

import { success, type Result } from '../../../shared/result.ts'
import { broughtUp } from './brought-up.ts'
import { busyTimeout } from './busy-timeout.ts'
import { lookAtPlace, unsafeForLog, type DiskPlace } from './disk-place.ts'
import { expected } from './failures.ts'
import { followedProject } from './followed-project.ts'
import { judgeVersion, versionOf } from './layout-version.ts'
import { acquireLock } from './lock.ts'
import { migrate } from './migrate.ts'
import type { ProjectFile } from './project-file.ts'
import { readOnlyProject } from './read-only-project.ts'
import { resolvePath } from './resolve-path.ts'
import { openSnapshot } from './snapshot.ts'
import { tablesOf } from './tables/tables.ts'
import { ensureTextSearch } from './text-search.ts'
import { reasonReadOnly } from './writability.ts'
import { writableProject } from './writable-project.ts'

export type OpenOptions = {
  /** What others are told has the project open. */
  readonly program?: string
  /** What to do with a project that another process has open for changes: refuse it with `inUse`, or read it meanwhile. */
  readonly whenInUse?: 'refuse' | 'read'
  /** For tests: what is told of the place that the file is in. */
  readonly lookAt?: (path: string) => DiskPlace
}

/**
 * Opens a project for work, or for reading where it cannot be written to. A file that is refused is left as it is,
 * with nothing new beside it.
 */
export function openProject(
  path: string,
  { program = 'Verbatim', whenInUse = 'refuse', lookAt = lookAtPlace }: OpenOptions = {},
): Result<ProjectFile> {
  const resolved = resolvePath(path)
  if (!resolved.ok) return resolved
  // Looked at through a connection that can only read, so that a file refused here is not touched. Only an
  // interrupted change to a project is taken back.
  const looked = openSnapshot(resolved.value)
  if (!looked.ok) return looked
  const readOnly = reasonReadOnly(resolved.value)
  if (readOnly !== null) {
    const readable = broughtUp(looked.value, resolved.value)
    if (!readable.ok) return readable
    return success(readOnlyProject(resolved.value, readable.value, readOnly))
  }
  looked.value.close()
  return openForWriting(resolved.value, { program, whenInUse, lookAt })
}

function openForWriting(
  path: string,
  { program, whenInUse, lookAt }: Required<OpenOptions>,
): Result<ProjectFile> {
  const lock = acquireLock(path, program)
  if (!lock.ok) {
    const { code, message } = lock.failure
    return code === 'inUse' && whenInUse === 'read' ? followedProject(path, message) : lock
  }
  const connected = connect(path, lookAt)
  if (!connected.ok) {
    lock.value.release()
    return connected
  }
  const { db, placeRemark } = connected.value
  return success(writableProject({ path, db, tables: tablesOf(db), lock: lock.value, placeRemark }))
}

/** A connection whose commits are on disk when they return, and what is to be told of the way it saves. */
function connect(
  path: string,
  lookAt: (path: string) => DiskPlace,
): Result<{ readonly db: DatabaseSync; readonly placeRemark: string | null }> {
  let db: DatabaseSync | null = null
  try {
    db = new DatabaseSync(path, { timeout: busyTimeout })
    // Nobody else may be writing, such as another program that opened the file as a plain database.
    db.exec('BEGIN IMMEDIATE; ROLLBACK')
    // Another process may have brought it to a newer version since it was looked at.
    const judged = judgeVersion(path, versionOf(db))
    const migrated = judged.ok ? migrate(db, path) : judged
    if (!migrated.ok) {
      db.close()
      return migrated
    }
    const placeRemark = unsafeForLog(lookAt(path))
    // Without a log the journal must be gone for good before a change counts as saved, hence EXTRA.
    db.exec(
      placeRemark === null
        ? 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL'
        : 'PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA',
    )
    ensureTextSearch(db)
    return success({ db, placeRemark })
  } catch (error) {
    db?.close()
    return expected(error, path)
  }
}
