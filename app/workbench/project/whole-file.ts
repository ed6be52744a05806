import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/*
 * A file that appears whole or not at all, and never in place of another: it is built under another name in the same
 * folder and then given its own.
 */

/** The name to build the file at `target` under. */
export function unfinishedBeside(target: string): string {
  return join(dirname(target), `.verbatim-${randomUUID()}.unfinished`)
}

/** Gives a file that is complete its own name, on disk when this returns. Throws an error of the system where it cannot. */
export function appearAs(unfinished: string, target: string): void {
  sync(unfinished, 'r+')
  giveName(unfinished, target)
  // Makes the new name itself survive a power cut. Windows has no such call and needs none.
  if (process.platform !== 'win32') sync(dirname(target), 'r')
}

/** Removes what is left under the other name. */
export function discardUnfinished(unfinished: string): void {
  for (const left of [unfinished, `${unfinished}-journal`]) rmSync(left, { force: true })
}

/** Removes what processes that were killed left in a folder where nobody else builds a file just now. */
export function discardAllUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^\.verbatim-[0-9a-f-]{36}\.unfinished/.test(name)) rmSync(join(folder, name))
  }
}

function giveName(unfinished: string, target: string): void {
  try {
    // A link, unlike a rename, never replaces what is there.
    linkSync(unfinished, target)
  } catch (error) {
    if (existsSync(target) || !hasNoLinks(error)) throw error
    renameSync(unfinished, target)
  }
}

/** FAT and some network disks have no links; they say so in different words. */
function hasNoLinks(error: unknown): boolean {
  const codes: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EINVAL']
  return error instanceof Error && 'code' in error && codes.includes(error.code)
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
