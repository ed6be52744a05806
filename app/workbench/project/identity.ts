import { statSync } from 'node:fs'
import { basename } from 'node:path'

import { t } from '../../../shared/language/translate.ts'
import { failure, type Result } from '../../../shared/result.ts'

/** Tells one file from another that takes its place; `null` where there is none. */
export function identityOf(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stats === undefined ? null : `${stats.dev}:${stats.ino}`
}

/** The file at the path is not the one that was opened. */
export function goneFrom(path: string): Result<never> {
  return failure(
    'storage',
    t('failures:file.gone', { name: basename(path) }),
    t('failures:file.putBack'),
  )
}
