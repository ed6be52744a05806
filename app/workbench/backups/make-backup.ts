import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'

import { t } from '../../../shared/language/translate.ts'
import { failure, success, type Failure, type Result } from '../../../shared/result.ts'
import { busyTimeout } from '../project/busy-timeout.ts'
import { failureOf } from '../project/failures.ts'
import { textIn } from '../project/tables/columns.ts'
import {
  appearAs,
  discardAllUnfinished,
  discardUnfinished,
  unfinishedBeside,
} from '../project/whole-file.ts'
import {
  copiesIn,
  copyName,
  makeFolder,
  type AboutProject,
  type BackupCopy,
} from './backup-folder.ts'
import { surplusCopies } from './thinning.ts'

export type BackupRequest = {
  readonly about: AboutProject
  /** The folder that has a folder for each project. */
  readonly root: string
  /** How many copies are kept. */
  readonly keep: number
  /** ms since 1970. */
  readonly at: number
}

/** Pages that are copied before others may write, where they would have to wait for the whole copy otherwise. */
const pagesAtATime = 256

/**
 * Copies a project as it is at one moment, also while it is being changed, and removes what is then too many. Takes as
 * long as writing the file does, so it is for a thread of its own. Nothing is removed where the copy fails.
 */
export async function makeBackup(request: BackupRequest): Promise<Result<BackupCopy>> {
  const { about, root, keep, at } = request
  try {
    const folder = makeFolder(root, about)
    discardAllUnfinished(folder)
    const target = freeName(folder, about, at)
    await copyWhole(about.path, target)
    const copies = copiesIn(folder)
    const surplus = new Set(
      surplusCopies(
        copies.map((copy) => copy.at),
        keep,
      ),
    )
    for (const copy of copies) if (surplus.has(copy.at)) rmSync(copy.path, { force: true })
    const made = copies.find(({ path }) => path === target)
    if (made === undefined) throw new Error(`${target} is not among the copies`)
    return success(made)
  } catch (error) {
    const known = failureOf(error, root)
    if (known === null) throw error
    return notMade(about, known)
  }
}

/** Names tell seconds; a second copy within one is given the next. */
function freeName(folder: string, about: AboutProject, at: number): string {
  const path = join(folder, copyName(about, at))
  return existsSync(path) ? freeName(folder, about, at + 1000) : path
}

async function copyWhole(path: string, target: string): Promise<void> {
  const unfinished = unfinishedBeside(target)
  const db = new DatabaseSync(path, { readOnly: true, timeout: busyTimeout })
  try {
    const mode = textIn(db.prepare('PRAGMA journal_mode').get() ?? {}, 'journal_mode')
    // Beside a write-ahead log a reader is in nobody's way, and a vacuum proves what it reads and leaves out what is free.
    // Without one a reader keeps others from saving, so pages go over a few at a time.
    if (mode === 'wal') db.prepare('VACUUM INTO ?').run(unfinished)
    else await backup(db, unfinished, { rate: pagesAtATime })
    db.close()
    appearAs(unfinished, target)
  } finally {
    if (db.isOpen) db.close()
    discardUnfinished(unfinished)
  }
}

function notMade({ name }: AboutProject, { code, message }: Failure): Result<never> {
  return failure(code, t('failures:backups.notMade', { name, message }), t('failures:backups.safe'))
}
