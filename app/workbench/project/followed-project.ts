import type { DatabaseSync } from 'node:sqlite'

import type { HeldElsewhere } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { timeNow } from '../../../shared/model/id.ts'
import { success, type Result } from '../../../shared/result.ts'
import { broughtUp } from './brought-up.ts'
import { holderOf, type Holder } from './lock.ts'
import type { ProjectFile } from './project-file.ts'
import { readOnlyProject } from './read-only-project.ts'
import { openSnapshot } from './snapshot.ts'
import { integerIn } from './tables/columns.ts'

/**
 * A project that another process has open for changes, to be read meanwhile. No transaction stays open: that would keep
 * the other process from tidying its log away, or from saving at all where there is none. So every answer is of what is
 * saved by then, and `following` tells when that is something new.
 */
export function followedProject(path: string, reason: string): Result<ProjectFile> {
  const snapshot = openSnapshot(path)
  if (!snapshot.ok) return snapshot
  const opened = broughtUp(snapshot.value, path)
  if (!opened.ok) return opened
  const db = opened.value
  if (db.isTransaction) db.exec('COMMIT')
  let version = dataVersion(db)
  let holder = holderOf(path)
  let shownAt = timeNow()

  function look(): boolean {
    const now = { version: dataVersion(db), holder: holderOf(path) }
    const changed = now.version !== version
    const passedOn = nonceOf(now.holder) !== nonceOf(holder)
    if (changed) shownAt = timeNow()
    version = now.version
    holder = now.holder
    return changed || passedOn
  }

  const remedy = t('failures:lock.closeThere')
  return success({
    ...readOnlyProject(path, db, reason, remedy),
    following: { state: () => stateOf(holder, shownAt), look },
  })
}

/** Another number after every commit of another connection: https://www.sqlite.org/pragma.html#pragma_data_version */
function dataVersion(db: DatabaseSync): number {
  return integerIn(db.prepare('PRAGMA data_version').get() ?? {}, 'data_version')
}

function nonceOf(holder: Holder | null | 'free'): string | null {
  return holder === 'free' || holder === null ? holder : holder.nonce
}

function stateOf(holder: Holder | null | 'free', shownAt: string): HeldElsewhere {
  if (holder === 'free' || holder === null) return { free: holder === 'free', by: null, shownAt }
  const { program, pid, host, since } = holder
  return { free: false, by: { program, pid, host, since }, shownAt }
}
