import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { t } from '../../../../shared/language/translate.ts'
import type { Finding } from '../../../../shared/model/finding.ts'
import { failure, success, type Result } from '../../../../shared/result.ts'
import { checkSteps } from '../check.ts'
import { buildingProject } from '../create-project.ts'
import { damaged, expected } from '../failures.ts'
import { acquireLock, type Lock } from '../lock.ts'
import { resolvePath } from '../resolve-path.ts'
import { createChangeQueue } from '../tables/change-queue.ts'
import { tablesOf, type Tables } from '../tables/tables.ts'
import { appearAs, discardUnfinished, unfinishedBeside } from '../whole-file.ts'
import { reasonReadOnly } from '../writability.ts'
import { rebuildHistory } from './history.ts'
import { createStoring, type Repairing } from './progress.ts'
import { nothingSaved, rebuild, type Saved } from './rebuild.ts'
import { stage } from './stage.ts'

export type RepairReport = {
  /** The new file. */
  readonly target: string
  readonly saved: Saved
  /** What could not be read, and what became of what no longer fits. */
  readonly findings: readonly Finding[]
}

/** Which file, and the new one. */
export type RepairRequest = { readonly path: string; readonly target: string }

/** Repairs in one go, as `repairSteps` does. */
export function repairProject(request: RepairRequest): Result<RepairReport> {
  const steps = repairSteps(request)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

/**
 * Saves everything readable of a damaged project to a new file, which is proved to be sound. The damaged file is only
 * read; work is done on a copy of it beside the new one. Where it is left between two steps, there is no new file.
 */
export function* repairSteps(request: RepairRequest): Repairing<Result<RepairReport>> {
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
    return yield* repairIn(folder, path, target)
  } catch (error) {
    return expected(error, target)
  } finally {
    lock.value?.release()
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
  }
}

function* repairIn(folder: string, path: string, target: string): Repairing<Result<RepairReport>> {
  const copy = join(folder, 'copy')
  for (const beside of ['', '-wal', '-journal']) {
    if (existsSync(`${path}${beside}`)) copyFileSync(`${path}${beside}`, `${copy}${beside}`)
  }
  using db = new DatabaseSync(join(folder, 'staged'))
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF')
  const staged = yield* stage(copy, db, path)
  if (!staged.ok) return staged
  const from = tablesOf(db)
  const unfinished = unfinishedBeside(target)
  const name = basename(target, '.verbatim').slice(0, 200)
  try {
    let built = yield* build(unfinished, { db, from, name, flattenAfter: Number.POSITIVE_INFINITY })
    let checked = yield* checkSteps(unfinished)
    if (!checked.ok || checked.value.findings.length > 0) {
      // Entries that can be read, but do not follow from each other, are no history to undo.
      built = yield* build(unfinished, { db, from, name, flattenAfter: 0 })
      checked = yield* checkSteps(unfinished)
    }
    if (!checked.ok) return checked
    const { saved } = built
    const findings = [...staged.value, ...built.findings]
    if (saved.documents === 0 && findings.length > 0) return nothingReadable(path)
    appearAs(unfinished, target)
    return success({ target, saved, findings: [...findings, ...checked.value.findings] })
  } finally {
    discardUnfinished(unfinished)
  }
}

function* build(
  path: string,
  {
    db,
    from,
    name,
    flattenAfter,
  }: {
    readonly db: DatabaseSync
    readonly from: Tables
    readonly name: string
    readonly flattenAfter: number
  },
): Repairing<Pick<RepairReport, 'saved' | 'findings'>> {
  discardUnfinished(path)
  let built: Pick<RepairReport, 'saved' | 'findings'> = { saved: nothingSaved, findings: [] }
  const progress = createStoring(db)
  yield* buildingProject(path, function* (to, target): Repairing<void> {
    const { saved, findings } = yield* rebuild(db, from, to, { name, progress })
    const queue = createChangeQueue(target)
    const history = yield* rebuildHistory(db, from, to, { queue, flattenAfter, progress })
    built = { saved, findings: [...findings, ...history] }
  })
  return built
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
