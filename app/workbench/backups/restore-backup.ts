import { copyFileSync, existsSync } from 'node:fs'
import { basename } from 'node:path'

import { t } from '../../../shared/language/translate.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { expected } from '../project/failures.ts'
import { openSnapshot } from '../project/snapshot.ts'
import { appearAs, discardUnfinished, unfinishedBeside } from '../project/whole-file.ts'

/** Copies a backup to a new project file; the backup stays, and no file is replaced. Gives the path of the new one. */
export function restoreBackup(request: {
  readonly copy: string
  readonly target: string
}): Result<string> {
  const { copy, target } = request
  if (existsSync(target)) return taken(target)
  // A copy whose disk has failed since is refused here, before anything is written.
  const looked = openSnapshot(copy)
  if (!looked.ok) return looked
  looked.value.close()
  const unfinished = unfinishedBeside(target)
  try {
    copyFileSync(copy, unfinished)
    appearAs(unfinished, target)
    return success(target)
  } catch (error) {
    return expected(error, target)
  } finally {
    discardUnfinished(unfinished)
  }
}

function taken(path: string): Result<never> {
  return failure(
    'alreadyExists',
    t('failures:file.taken', { name: basename(path) }),
    t('failures:backups.otherName'),
  )
}
