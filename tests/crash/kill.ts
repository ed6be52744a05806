import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { openSnapshot } from '../../app/workbench/project/snapshot.ts'
import { tablesOf } from '../../app/workbench/project/tables/tables.ts'
import { entryLine } from './entry-line.ts'

export type Killing = {
  readonly seed: number
  /** How long it lives after its first acknowledged change, in ms. */
  readonly life: number
  /** `all`: imports, backups and compacting as well. */
  readonly acts: 'changes' | 'all'
}

/** Starts a process that changes the project and kills it; gives the lines it wrote, each whole. */
export async function changeAndKill(
  path: string,
  { seed, life, acts }: Killing,
): Promise<readonly string[]> {
  const program = join(import.meta.dirname, 'committing-process.ts')
  // Every other one opens and closes all the time, so that the kill mostly comes in the middle of that.
  const changesPerOpening = seed % 2 === 0 ? 1 : 25
  const child = spawn(
    process.execPath,
    [program, path, String(seed), String(changesPerOpening), acts],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let written = ''
  let complaints = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const closed = once(child, 'close')
  // One in ten is killed while it starts and opens the project.
  if (seed % 10 !== 0) await Promise.race([once(child.stdout, 'data'), closed])
  await setTimeout(life)
  child.kill('SIGKILL')
  const [, signal] = await closed
  if (signal !== 'SIGKILL') throw new Error(`The process ended by itself: ${complaints}`)
  return written.split('\n').slice(0, -1)
}

/** The journal as lines like those that the process writes. */
export function storedLines(path: string): readonly string[] {
  const snapshot = openSnapshot(path)
  if (!snapshot.ok) throw new Error(snapshot.failure.message)
  const db = snapshot.value
  try {
    const { journal } = tablesOf(db)
    return Array.from(journal.heads(), (head) =>
      entryLine({ ...head, changes: [...journal.changesOf(head.seq)] }),
    )
  } finally {
    db.close()
  }
}
