import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { checkProject } from '../../app/workbench/project/check.ts'
import { openProject } from '../../app/workbench/project/open-project.ts'
import { dump, namesIn, newProject, valueOf } from '../../app/workbench/project/project.fixture.ts'
import { newId } from '../../shared/model/id.ts'
import { entryLine } from './entry-line.ts'
import { changeAndKill, storedLines } from './kill.ts'
import { createRandom } from './random.ts'

const kills = 30
/** Longest life of a process after its first acknowledged change, in ms. */
const longestLife = 120

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
      const lines = await changeAndKill(file.path, {
        seed: seed + kill,
        life: random(longestLife),
        acts: 'changes',
      })
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
