import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { t } from '../../../../shared/language/translate.ts'
import type { Finding } from '../../../../shared/model/finding.ts'
import { failure, success, type Result } from '../../../../shared/result.ts'
import { checkProject } from '../check.ts'
import { buildProject } from '../create-project.ts'
import { damaged, expected } from '../failures.ts'
import { acquireLock, type Lock } from '../lock.ts'
import { resolvePath } from '../resolve-path.ts'
import { tablesOf } from '../tables/tables.ts'
import { appearAs, discardUnfinished, unfinishedBeside } from '../whole-file.ts'
import { reasonReadOnly } from '../writability.ts'
import { rebuildHistory } from './history.ts'
import { rebuild, type Saved } from './rebuild.ts'
import { stage } from './stage.ts'

export type RepairReport = {
  /** The new file. */
  readonly target: string
  readonly saved: Saved
  /** What could not be read, and what became of what no longer fits. */
  readonly findings: readonly Finding[]
}

/**
 * Saves everything readable of a damaged project to a new file, which is proved to be sound. The damaged file is only
 * read; work is done on a copy of it beside the new one.
 */
export function repairProject(request: {
  readonly path: string
  readonly target: string
}): Result<RepairReport> {
  const target = resolve(request.target)
  if (existsSync(target)) return taken(target)
  const resolved = resolvePath(request.path)
  if (!resolved.ok) return resolved
  const path = resolved.value
  // Somebody who has it open would change it while it is copied.
  const lock: Result<Lock | null> =
    reasonReadOnly(path) === null ? acquireLock(path, 'Repair') : success(null)
  if (!lock.ok) return lock
  let folder: string | null = null
  try {
    folder = mkdtempSync(join(dirname(target), '.verbatim-repair-'))
    return repairIn(folder, path, target)
  } catch (error) {
    return expected(error, target)
  } finally {
    lock.value?.release()
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
  }
}

function repairIn(folder: string, path: string, target: string): Result<RepairReport> {
  const copy = join(folder, 'copy')
  for (const beside of ['', '-wal', '-journal']) {
    if (existsSync(`${path}${beside}`)) copyFileSync(`${path}${beside}`, `${copy}${beside}`)
  }
  using db = new DatabaseSync(join(folder, 'staged'))
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF')
  const staged = stage(copy, db, path)
  if (!staged.ok) return staged
  const from = tablesOf(db)
  const unfinished = unfinishedBeside(target)
  try {
    let findings: readonly Finding[] = staged.value
    let saved: Saved = { documents: 0, annotations: 0, review: 0, relations: 0 }
    const build = (flattenAfter: number): void => {
      discardUnfinished(unfinished)
      buildProject(unfinished, (to) => {
        const rebuilt = rebuild(db, from, to, basename(target, '.verbatim').slice(0, 200))
        const history = rebuildHistory(db, from, to, flattenAfter)
        saved = rebuilt.saved
        findings = [...staged.value, ...rebuilt.findings, ...history]
      })
    }
    build(Number.POSITIVE_INFINITY)
    // Entries that can be read, but do not follow from each other, are no history to undo.
    if (!isSound(unfinished)) build(0)
    const checked = checkProject(unfinished)
    if (!checked.ok) return checked
    const left = checked.value.findings
    if (saved.documents === 0 && findings.length > 0) return nothingReadable(path)
    appearAs(unfinished, target)
    return success({ target, saved, findings: [...findings, ...left] })
  } finally {
    discardUnfinished(unfinished)
  }
}

function isSound(path: string): boolean {
  const checked = checkProject(path)
  return checked.ok && checked.value.findings.length === 0
}

function nothingReadable(path: string): Result<never> {
  return damaged(path, t('failures:repair.noTextReadable'))
}

function taken(path: string): Result<never> {
  return failure(
    'alreadyExists',
    t('failures:file.taken', { name: basename(path) }),
    t('failures:repair.otherName'),
  )
}
