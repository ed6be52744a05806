import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

import { failure, success, type Result } from '../../../shared/result.ts'
import { failureOf, isBusy } from './failures.ts'
import { commitDraft, committed, redoLatest, undoLatest, undoStateOf } from './journal.ts'
import type { Lock } from './lock.ts'
import { lookupsOn } from './lookups.ts'
import type { ProjectFile } from './project-file.ts'
import { readerOn } from './reader.ts'
import type { Tables } from './tables/tables.ts'
import { transact, transactSlowly } from './transaction.ts'

/** A project on a connection that alone may write to it. */
export function writableProject({
  path,
  db,
  tables,
  lock,
  placeRemark,
}: {
  readonly path: string
  readonly db: DatabaseSync
  readonly tables: Tables
  readonly lock: Lock
  readonly placeRemark: string | null
}): ProjectFile {
  const opened = identityOf(path)

  function write<Value>(body: () => Result<Value>): Result<Value> {
    return db.isTransaction ? busyStoring() : writeNow(body)
  }

  function writeNow<Value>(body: () => Result<Value>): Result<Value> {
    // The system would let us go on writing to a file that is gone.
    if (identityOf(path) !== opened) return goneFrom(path)
    let kept = false
    try {
      const result = transact(db, path, body)
      kept = result.ok
      return result
    } finally {
      if (!kept) tables.texts.forgetLast()
    }
  }

  return {
    ...readerOn(path, db, tables),
    ...lookupsOn(tables),
    readOnly: null,
    following: null,
    placeRemark,
    undoState: () => undoStateOf(tables),
    commit: (draft, texts = []) => write(() => commitDraft(tables, draft, texts)),
    together: async (work) => {
      if (db.isTransaction) return busyStoring()
      let kept = false
      try {
        const result = await transactSlowly(db, path, () =>
          work((draft, texts = []) => writeNow(() => commitDraft(tables, draft, texts))),
        )
        kept = result.ok
        return result
      } finally {
        if (!kept) tables.texts.forgetLast()
      }
    },
    committed: (id) => committed(tables, id),
    undo: (id, annotator) => write(() => undoLatest(tables, id, annotator)),
    redo: (id, annotator) => write(() => redoLatest(tables, id, annotator)),
    view: tables.views.get,
    currentDocumentId: tables.views.currentDocumentId,
    saveView: (documentId, view) =>
      write(() => {
        tables.views.put(documentId, view)
        return success(null)
      }),
    close: () => {
      if (!db.isOpen) return
      try {
        foldIntoOneFile(db, path)
      } finally {
        db.close()
        lock.release()
      }
    },
  }
}

/**
 * Brings everything into the one file, which then needs no files beside it and can be read on read-only media. Where
 * somebody is reading just now, or the disk is full, what is committed stays safe in the file beside it, which SQLite
 * takes in the next time the project is opened.
 */
function foldIntoOneFile(db: DatabaseSync, path: string): void {
  try {
    // The checkpoint also makes a connection that has not read yet take notice of files made by a reader.
    db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE')
  } catch (error) {
    if (!isBusy(error) && failureOf(error, path) === null) throw error
  }
}

/** Tells one file from another that takes its place; `null` where there is none. */
function identityOf(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stats === undefined ? null : `${stats.dev}:${stats.ino}`
}

function busyStoring(): Result<never> {
  return failure(
    'inUse',
    'The project is just taking in an import.',
    'This change is not saved yet. Try again when the import is stored.',
  )
}

function goneFrom(path: string): Result<never> {
  return failure(
    'storage',
    `“${basename(path)}” was moved, renamed, replaced or deleted while it was open.`,
    'This change is not saved. Put the project file back in its place under its old name, then try again.',
  )
}
