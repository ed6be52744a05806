import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Only administrators of Linux can make a disk of their own. */
export const canMount =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', 'true']).status === 0

export type TinyDisk = {
  readonly folder: string
  /** Leaves not one block free. */
  readonly fill: () => void
  readonly makeRoom: () => void
  readonly unmount: () => void
}

/** Mounts a disk of 700 kB below a folder. */
export function mountTinyDisk(parent: string): TinyDisk {
  const folder = join(parent, 'disk')
  const ballast = join(folder, 'ballast')
  mkdirSync(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=700k', 'tmpfs', folder])
  return {
    folder,
    fill: () => {
      const file = openSync(ballast, 'w')
      try {
        for (;;) writeSync(file, Buffer.alloc(4096))
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      } finally {
        closeSync(file)
      }
    },
    makeRoom: () => rmSync(ballast),
    unmount: () => void execFileSync('umount', ['--lazy', folder]),
  }
}
