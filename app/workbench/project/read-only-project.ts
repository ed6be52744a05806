import type { DatabaseSync } from 'node:sqlite'

import { t } from '../../../shared/language/translate.ts'
import { failure, type Result } from '../../../shared/result.ts'
import { identityOf } from './identity.ts'
import { lookupsOn } from './lookups.ts'
import type { ProjectFile } from './project-file.ts'
import { readerOn } from './reader.ts'
import { tablesOf } from './tables/tables.ts'

/** A project that can be looked at, but not changed, because of `reason`; `remedy` says what to do about it. */
export function readOnlyProject(
  path: string,
  db: DatabaseSync,
  reason: string,
  remedy = t('failures:file.copyElsewhere'),
): ProjectFile {
  const tables = tablesOf(db)
  const refuse = (): Result<never> => failure('readOnly', reason, remedy)
  return {
    ...readerOn(path, db, tables),
    ...lookupsOn(tables),
    identity: identityOf(path),
    readOnly: reason,
    following: null,
    placeRemark: null,
    undoState: () => ({ undo: null, redo: null }),
    commit: refuse,
    committed: () => null,
    undo: refuse,
    redo: refuse,
    view: tables.views.get,
    currentDocumentId: tables.views.currentDocumentId,
    saveView: refuse,
    logPages: () => 0,
  }
}
