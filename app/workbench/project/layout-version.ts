import { basename } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

import { t } from '../../../shared/language/translate.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { damaged } from './failures.ts'
import { schemaVersion } from './schema.ts'
import { integerIn } from './tables/columns.ts'

/** The layout version as the connection sees it. */
export function versionOf(db: DatabaseSync): number {
  return integerIn(db.prepare('PRAGMA user_version').get() ?? {}, 'user_version')
}

/** Refuses the layouts that this version of Verbatim does not know. */
export function judgeVersion(path: string, version: number): Result<null> {
  if (version > schemaVersion) return tooNew(path)
  if (version < 1) return damaged(path, t('failures:damage.noVersion'))
  return success(null)
}

function tooNew(path: string): Result<never> {
  return failure(
    'tooNew',
    t('failures:file.tooNew', { name: basename(path) }),
    t('failures:file.update'),
  )
}
