import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { checkProject } from '../../app/workbench/project/check.ts'
import { openProject } from '../../app/workbench/project/open-project.ts'
import { dump, namesIn, newProject, valueOf } from '../../app/workbench/project/project.fixture.ts'
import { openSnapshot } from '../../app/workbench/project/snapshot.ts'
import { tablesOf } from '../../app/workbench/project/tables/tables.ts'
import { newId } from '../../shared/model/id.ts'
import { entryLine } from './entry-line.ts'
import { createRandom } from './random.ts'

const kills = 50
/** Longest life of a process after its first acknowledged change, in ms. */
const longestLife = 120

/** Starts a process that changes the project and kills it; gives the lines it wrote, each whole. */
async function changeAndKill(path: string, seed: number, life: number): Promise<readonly string[]> {
  const program = join(import.meta.dirname, 'committing-process.ts')
  // Every other one opens and closes all the time, so that the kill mostly comes in the middle of that.
  const changesPerOpening = seed % 2 === 0 ? 1 : 25
  const child = spawn(process.execPath, [program, path, String(seed), String(changesPerOpening)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
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
function storedLines(path: string): readonly string[] {
  const db = valueOf(openSnapshot(path))
  try {
    return Array.from(tablesOf(db).journal.each(), entryLine)
  } finally {
    db.close()
  }
}

test(
  `no acknowledged change is lost when the process is killed ${kills} times`,
  { timeout: 180_000 },
  async () => {
    const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000)
    process.stdout.write(`CRASH_SEED=${seed}\n`)
    const random = createRandom(seed)
    const file = newProject()
    file.close()
    const acknowledged: string[] = []
    let unacknowledged = 0
    let interrupted = 0

    for (let kill = 0; kill < kills; kill += 1) {
      const lines = await changeAndKill(file.path, seed + kill, random(longestLife))
      if (existsSync(`${file.path}-journal`)) interrupted += 1
      const stored = storedLines(file.path)
      // What it wrote is all there, in order, and at most one more that it could not tell any more.
      const before = acknowledged.length
      const added = stored.slice(before)
      expect(stored.slice(0, before)).toEqual(acknowledged)
      expect(added.slice(0, lines.length)).toEqual(lines)
      expect(added.length - lines.length).toBeLessThanOrEqual(1)
      unacknowledged += added.length - lines.length
      acknowledged.push(...added)

      const opened = valueOf(openProject(file.path))
      const content = dump(opened)
      const undone = valueOf(opened.undo(newId(), 'Ada'))
      // Where the process had undone all there was, a redo alone would go on from there.
      const redone = undone === null ? null : valueOf(opened.redo(newId(), 'Ada'))
      for (const commit of [undone, redone]) {
        if (commit !== null) acknowledged.push(entryLine(commit.entry))
      }
      expect(dump(opened)).toEqual(content)
      opened.close()
      expect(valueOf(checkProject(file.path)).findings).toEqual([])
      expect(namesIn(join(file.path, '..'))).toEqual(['News.verbatim'])
    }
    process.stdout.write(
      `${kills} kills, ${interrupted} of them with a rollback journal left, ${acknowledged.length} changes, ${unacknowledged} kept before they were told.\n`,
    )
    expect(acknowledged.length).toBeGreaterThan(kills)
  },
)
