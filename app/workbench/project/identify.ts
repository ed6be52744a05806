import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'

import { t } from '../../../shared/language/translate.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { damaged, expected, isMalformed } from './failures.ts'
import { judgeVersion, versionOf } from './layout-version.ts'
import { applicationId } from './schema.ts'
import { integerIn } from './tables/columns.ts'

/** Byte offset of the application id in the SQLite header: https://www.sqlite.org/fileformat2.html#the_database_header */
const applicationIdOffset = 68

/**
 * Whether a file is a project, as far as its header tells, or why it is none. Nothing is written, to the file or beside
 * it, and no lock is taken, whatever the file turns out to be. While a change to it is not finished, its version and
 * its soundness are for a connection to tell, which sees the file without that change.
 */
export function identify(path: string): Result<null> {
  try {
    const stats = statSync(path)
    if (stats.isDirectory()) return notAProject(path, t('failures:notAProject.folder'))
    if (!stats.isFile()) return notAProject(path, t('failures:notAProject.notOrdinary'))
    if (stats.size === 0) return notAProject(path, t('failures:notAProject.empty'))
    accessSync(path, constants.R_OK)
    return judge(path, stats.size)
  } catch (error) {
    return isMalformed(error) ? unreadable(path) : expected(error, path)
  }
}

/** The address under which SQLite reads a file as it lies there, without locks and without files beside it. */
export function immutableAddress(path: string): URL {
  const address = pathToFileURL(path)
  address.search = 'immutable=1'
  return address
}

function judge(path: string, size: number): Result<null> {
  const header = readHeader(path)
  if (header.applicationId !== applicationId) {
    return notAProject(path, t('failures:notAProject.otherDatabase'))
  }
  // The header may be that of a change to be taken back, but for the application id, which no change touches.
  if (hasJournal(path)) return success(null)
  const judged = judgeVersion(path, header.version)
  if (!judged.ok) return judged
  // A log beside it holds what it still lacks; with it its own size says nothing.
  if (!hasLog(path) && header.bytes !== size) {
    return damaged(path, t('failures:damage.wrongLength', { wanted: header.bytes, size }))
  }
  return success(null)
}

/** Whether a rollback journal lies beside the file: a change to it is under way, or was interrupted. */
function hasJournal(path: string): boolean {
  return existsSync(`${path}-journal`)
}

/** Whether a write-ahead log lies beside the file: committed changes that are not in the file itself, or only in part. */
function hasLog(path: string): boolean {
  return existsSync(`${path}-wal`)
}

/**
 * Read through SQLite and not as a file: closing a file drops every lock that this process holds on it, also those of
 * a project it has open. https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
 */
function readHeader(path: string) {
  const db = new DatabaseSync(immutableAddress(path), { readOnly: true })
  try {
    const value = (name: string) => integerIn(db.prepare(`PRAGMA ${name}`).get() ?? {}, name)
    return {
      applicationId: value('application_id'),
      version: versionOf(db),
      bytes: value('page_count') * value('page_size'),
    }
  } finally {
    db.close()
  }
}

/** For a file that SQLite could not read, so that no project of ours can be open on it. */
function unreadable(path: string): Result<null> {
  const bytes = Buffer.alloc(applicationIdOffset + 4)
  const file = openSync(path, 'r')
  try {
    readSync(file, bytes, 0, bytes.length, 0)
  } finally {
    closeSync(file)
  }
  if (bytes.readUInt32BE(applicationIdOffset) !== applicationId) {
    return notAProject(path, t('failures:notAProject.otherKind'))
  }
  // A file in the middle of a change, or of taking in its log, can be shorter than its header says.
  return hasJournal(path) || hasLog(path)
    ? success(null)
    : damaged(path, t('failures:damage.partMissing'))
}

function notAProject(path: string, reason: string): Result<never> {
  return failure(
    'notAProject',
    t('failures:notAProject.message', { name: basename(path), reason }),
    t('failures:notAProject.remedy'),
  )
}
