import type { DatabaseSync } from 'node:sqlite'

import { success, type Result } from '../../../shared/result.ts'
import { failureOf, isBusy } from './failures.ts'
import { goneFrom, identityOf } from './identity.ts'
import { commitDraft, committed, draftOf, redoLatest, undoLatest, undoStateOf } from './journal.ts'
import type { Lock } from './lock.ts'
import { lookupsOn } from './lookups.ts'
import type { ProjectFile } from './project-file.ts'
import { pagesOfLog } from './project-log.ts'
import { readerOn } from './reader.ts'
import type { Tables } from './tables/tables.ts'
import { transact } from './transaction.ts'

/**
 * A project on the connection that the program writes to it by, act by act. No act takes in the log that SQLite keeps beside the
 * file, which waits for the disk and is done by threads (`takeLogIn`).
 */
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
  db.exec('PRAGMA wal_autocheckpoint = 0')

  function write<Value>(body: () => Result<Value>): Result<Value> {
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
    identity: opened,
    readOnly: null,
    following: null,
    placeRemark,
    undoState: () => undoStateOf(tables),
    commit: (act, texts = []) => write(() => commitDraft(tables, draftOf(act), texts)),
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
    logPages: () => pagesOfLog(db),
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
