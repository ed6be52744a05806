import { basename } from 'node:path'

import { t } from '../../../shared/language/translate.ts'
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
  tooBig: 18,
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
      return failure('inUse', t('failures:file.used', { name }), t('failures:file.waitForOther'))
    case sqlite.full:
      return diskFull(path)
    case sqlite.corrupt:
    case sqlite.notADatabase:
      return damaged(path, t('failures:damage.doesNotFit'))
    case sqlite.tooBig:
      // An entry of the journal may be a gigabyte long: https://www.sqlite.org/limits.html
      return failure('tooLarge', t('failures:jobs.outOfMemory'), t('failures:jobs.smallerParts'))
    case sqlite.readOnly:
      return failure(
        'readOnly',
        t('failures:file.notWritable', { name }),
        t('failures:file.makeWritable'),
      )
    case sqlite.perm:
    case sqlite.auth:
    case sqlite.cannotOpen:
      return failure(
        'noPermission',
        t('failures:file.notOpened', { name }),
        t('failures:file.checkRights'),
      )
    case sqlite.ioError:
    case sqlite.nomem:
      return storage(path, t('failures:file.sqliteError', { code: String(code) }))
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
      return failure('notFound', t('failures:file.missing', { name }), t('failures:file.lookForIt'))
    case 'EACCES':
    case 'EPERM':
      return failure(
        'noPermission',
        t('failures:file.noRights', { name }),
        t('failures:file.otherFolder'),
      )
    case 'EROFS':
      return failure(
        'readOnly',
        t('failures:file.readOnlyDisk', { name }),
        t('failures:file.otherDisk'),
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path)
    case 'EEXIST':
      return failure(
        'alreadyExists',
        t('failures:file.taken', { name }),
        t('failures:file.otherName'),
      )
    case 'ENAMETOOLONG':
      return failure(
        'storage',
        t('failures:file.nameTooLong', { name }),
        t('failures:file.shorterName'),
      )
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
    t('failures:file.diskFull', { name: basename(path) }),
    t('failures:file.freeSpace'),
  )
}

function storage(path: string, reason: string): Result<never> {
  return failure(
    'storage',
    t('failures:file.diskFailed', { name: basename(path), reason }),
    t('failures:file.checkDisk'),
  )
}

/** A change was interrupted, and nothing can be read before it is rolled back, which cannot be done here. */
export function interrupted(path: string): Result<never> {
  const name = basename(path)
  return failure(
    'readOnly',
    t('failures:file.interrupted', { name }),
    t('failures:file.finishElsewhere', { name }),
  )
}

/** The file is a Verbatim project, but not a whole one. `reason` completes “it is damaged: …”. */
export function damaged(path: string, reason: string): Result<never> {
  return failure(
    'damaged',
    t('failures:file.damaged', { name: basename(path), reason }),
    t('failures:file.restore'),
  )
}
