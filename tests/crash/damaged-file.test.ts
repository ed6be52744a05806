import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, test } from 'vitest'

import { checkProject } from '../../app/workbench/project/check.ts'
import { namesIn, valueOf } from '../../app/workbench/project/project.fixture.ts'
import {
  repairProject,
  type RepairReport,
} from '../../app/workbench/project/repair/repair-project.ts'
import {
  bigProject,
  damagedCopy,
  dumpOf,
} from '../../app/workbench/project/repair/repair.fixture.ts'
import { createRandom } from './random.ts'

const seed = Number(process.env['DAMAGE_SEED'] ?? Date.now() % 1_000_000)
process.stdout.write(`DAMAGE_SEED=${seed}\n`)

type Dump = ReturnType<typeof dumpOf>

/** Ids of all that is stored or waits for review. */
function idsIn({ documents, annotations, suggestions, relations }: Dump): ReadonlySet<string> {
  const things = [annotations, suggestions].flatMap((some) => some.flat())
  return new Set([
    ...documents.map(({ id }) => id),
    ...[...things, ...relations].map(({ id }) => id),
    ...things.flatMap((thing) => ('relations' in thing ? thing.relations.map(({ id }) => id) : [])),
  ])
}

/** Ids of what is neither saved nor named as lost. */
function unaccounted(before: Dump, after: Dump, { findings }: RepairReport): readonly string[] {
  const named = new Set(findings.flatMap(({ id }) => (id === null ? [] : [id])))
  const there = idsIn(after)
  return [...idsIn(before)].filter((id) => !there.has(id) && !named.has(id))
}

function targetOf(path: string): string {
  return join(dirname(path), 'Repaired.verbatim')
}

test(
  'one overwritten page costs only what is on it, and what is lost is named',
  { timeout: 240_000 },
  () => {
    const path = bigProject()
    const before = dumpOf(path)
    const random = createRandom(seed)
    const pages = readFileSync(path).length / 4096
    for (let round = 0; round < 12; round += 1) {
      const page = 1 + random(pages - 1)
      const damaged = damagedCopy(path, 'Damaged.verbatim', (bytes) => {
        randomBytes(4096).copy(bytes, page * 4096)
        return bytes
      })
      const report = valueOf(repairProject({ path: damaged, target: targetOf(damaged) }))
      const after = dumpOf(report.target)
      expect([page, valueOf(checkProject(report.target)).findings]).toEqual([page, []])
      expect([page, unaccounted(before, after, report)]).toEqual([page, []])
      // As many texts as begin on one page.
      expect(report.saved.documents).toBeGreaterThanOrEqual(20)
      rmSync(report.target)
    }
  },
)

test(
  'bytes overwritten anywhere leave a sound file of the rest, or a clear refusal',
  { timeout: 240_000 },
  () => {
    const path = bigProject()
    const random = createRandom(seed)
    const size = readFileSync(path).length
    let refused = 0
    const codes = new Set<string>()
    for (let round = 0; round < 12; round += 1) {
      const cut = round % 3 === 0
      const damaged = damagedCopy(path, 'Damaged.verbatim', (bytes) => {
        if (cut) return bytes.subarray(0, random(size))
        for (let hit = 0; hit < 12; hit += 1) randomBytes(200).copy(bytes, random(size))
        return bytes
      })
      const result = repairProject({ path: damaged, target: targetOf(damaged) })
      if (!result.ok) {
        codes.add(result.failure.code)
        refused += 1
        continue
      }
      expect(valueOf(checkProject(result.value.target)).findings).toEqual([])
      expect(result.value.findings.length).toBeGreaterThan(0)
      rmSync(result.value.target)
    }
    expect([...codes].filter((code) => code !== 'damaged')).toEqual([])
    expect(refused).toBeLessThan(6)
    expect(namesIn(dirname(path))).toEqual(['Damaged.verbatim', 'News.verbatim'])
  },
)
