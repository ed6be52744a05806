import { basename } from 'node:path'

import { failure, type Failure, type Result } from '../../../shared/result.ts'
import { StoredDataError } from './tables/columns.ts'

/** Primary result codes of SQLite that a project meets in ordinary life: https://www.sqlite.org/rescode.html */
const sqlite = {
  perm: 3,
  busy: 5,
  locked: 6,
  nomem: 7,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  constraint: 19,
  auth: 23,
  notADatabase: 26,
} as const

/** Extended result codes that say more than their primary one. */
const extended = {
  /** SQLITE_IOERR_SHMSIZE: the shared-memory file could not grow, which is a full disk. */
  ioErrorShmSize: 4874,
  /** SQLITE_READONLY_ROLLBACK: an interrupted change is to be rolled back, by a connection that can write. */
  readOnlyRollback: 776,
  /** SQLITE_READONLY_DBMOVED: the file was removed or replaced since it was opened. */
  readOnlyMoved: 1032,
} as const

/** The extended result code of an error from SQLite, `null` for any other. */
function sqliteCodeOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') {
    return null
  }
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null
}

/** Whether SQLite could not get a lock because of another connection. */
export function isBusy(error: unknown): boolean {
  const code = (sqliteCodeOf(error) ?? 0) & 0xff
  return code === sqlite.busy || code === sqlite.locked
}

/** Whether a row does not fit those that are there: its id is taken, or something that it refers to is not there. */
export function isMisfit(error: unknown): boolean {
  return ((sqliteCodeOf(error) ?? 0) & 0xff) === sqlite.constraint
}

/** Whether SQLite found that the bytes are not those of a sound database. */
export function isMalformed(error: unknown): boolean {
  const code = (sqliteCodeOf(error) ?? 0) & 0xff
  return code === sqlite.corrupt || code === sqlite.notADatabase
}

/** Whether SQLite could not open a file at all. */
export function isCannotOpen(error: unknown): boolean {
  return ((sqliteCodeOf(error) ?? 0) & 0xff) === sqlite.cannotOpen
}

/** Whether SQLite must roll back an interrupted change before it can read the file, and may not. */
export function needsRollback(error: unknown): boolean {
  return sqliteCodeOf(error) === extended.readOnlyRollback
}

/** Whether the file that SQLite has open is no longer the one at its path. */
export function isMoved(error: unknown): boolean {
  return sqliteCodeOf(error) === extended.readOnlyMoved
}

/** The failure that an error of SQLite or of the file system stands for; `null` for one nobody expects. */
export function failureOf(error: unknown, path: string): Failure | null {
  const result = resultOf(error, path)
  return result === null || result.ok ? null : result.failure
}

/** As `failureOf`, as a result; an error nobody expects is thrown again. */
export function expected(error: unknown, path: string): Result<never> {
  const result = resultOf(error, path)
  if (result === null) throw error
  return result
}

function resultOf(error: unknown, path: string): Result<never> | null {
  if (error instanceof StoredDataError) return damaged(path, error.message)
  const code = sqliteCodeOf(error)
  return code === null ? ofSystem(error, path) : ofSqlite(code, path)
}

function ofSqlite(code: number, path: string): Result<never> | null {
  const name = basename(path)
  if (code === extended.ioErrorShmSize) return diskFull(path)
  if (code === extended.readOnlyRollback) return interrupted(path)
  switch (code & 0xff) {
    case sqlite.busy:
    case sqlite.locked:
      return failure(
        'inUse',
        `Another program is using “${name}” at this moment.`,
        'Nothing was changed. Close the other program, or wait until it has finished, and try again.',
      )
    case sqlite.full:
      return diskFull(path)
    case sqlite.corrupt:
    case sqlite.notADatabase:
      return damaged(path, 'its contents do not fit together')
    case sqlite.readOnly:
      return failure(
        'readOnly',
        `“${name}” cannot be written to.`,
        'Nothing was changed. Make the file and its folder writable, or copy the project to a folder that is.',
      )
    case sqlite.perm:
    case sqlite.auth:
    case sqlite.cannotOpen:
      return failure(
        'noPermission',
        `“${name}”, or the folder it is in, does not let Verbatim open it.`,
        'Nothing was changed. Check the rights of the file and its folder, or copy the project elsewhere.',
      )
    case sqlite.ioError:
    case sqlite.nomem:
      return storage(path, `error ${code} of SQLite`)
    default:
      return null
  }
}

function ofSystem(error: unknown, path: string): Result<never> | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  const name = basename(path)
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return failure(
        'notFound',
        `“${name}” is not there.`,
        'It may have been moved, renamed or deleted, or its disk is not connected. Look for it and open it from where it is now.',
      )
    case 'EACCES':
    case 'EPERM':
      return failure(
        'noPermission',
        `You do not have the rights to use “${name}” in this place.`,
        'Nothing was changed. Check the rights of the file and its folder, or choose another folder.',
      )
    case 'EROFS':
      return failure(
        'readOnly',
        `“${name}” is on a disk that can only be read.`,
        'Nothing was changed. Choose a folder on a disk that can be written to.',
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path)
    case 'EEXIST':
      return failure(
        'alreadyExists',
        `A file named “${name}” is there already.`,
        'It was left as it is. Choose another name.',
      )
    case 'ENAMETOOLONG':
      return failure('storage', `The name “${name}” is too long.`, 'Choose a shorter name.')
    case 'EIO':
    case 'EBUSY':
    case 'EMFILE':
    case 'ENFILE':
    case 'ESTALE':
      return storage(path, error.code)
    default:
      return null
  }
}

function diskFull(path: string): Result<never> {
  return failure(
    'diskFull',
    `The disk that holds “${basename(path)}” is full.`,
    'What was saved before is safe; this change is not saved. Free some space on the disk and try again.',
  )
}

function storage(path: string, reason: string): Result<never> {
  return failure(
    'storage',
    `The disk did not read or write “${basename(path)}” (${reason}).`,
    'What was saved before is safe; this change is not saved. Check that the disk is connected and try again.',
  )
}

/** A change was interrupted, and nothing can be read before it is rolled back, which cannot be done here. */
export function interrupted(path: string): Result<never> {
  const name = basename(path)
  return failure(
    'readOnly',
    `A change to “${name}” was interrupted and must be taken back first, but the file or its folder cannot be written to.`,
    `What was saved before is safe. Make the file and its folder writable and open it again, or copy it together with “${name}-journal” to a folder that is, and open the copy.`,
  )
}

/** The file is a Verbatim project, but not a whole one. `reason` completes “it is damaged: …”. */
export function damaged(path: string, reason: string): Result<never> {
  return failure(
    'damaged',
    `“${basename(path)}” is a Verbatim project, but it is damaged: ${reason}.`,
    'The file was left as it is. Restore a backup, or save what is readable with Repair…; keep this file.',
  )
}
