import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { backedUpProjects } from '../../app/workbench/backups/backup-folder.ts'
import { checkProject } from '../../app/workbench/project/check.ts'
import { createProject } from '../../app/workbench/project/create-project.ts'
import { openProject } from '../../app/workbench/project/open-project.ts'
import { copyWithCutLog } from './cut-log.ts'
import { importedAtOnce } from './imported-at-once.ts'
import { changeAndKill, storedLines } from './kill.ts'
import { createRandom } from './random.ts'

/*
 * `npm run soak`: kills a process that changes projects, imports, backs up, compacts and closes, far more often than the
 * unit tests do, and cuts logs as a power cut would. SOAK_KILLS and CRASH_SEED change how often and what.
 */

const kills = Number(process.env['SOAK_KILLS'] ?? 500)
const killsPerProject = 25
/** Copies with a cut log after each kill. */
const cutsPerKill = 2
/** Longest life of a process after its first acknowledged change, in ms. */
const longestLife = 300

const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000)
const random = createRandom(seed)
const counts = { kills: 0, changes: 0, early: 0, cuts: 0, lost: 0, notOpened: 0, backups: 0 }
const cutsByKind = new Map<string, number>()
const complaints: string[] = []

say(`CRASH_SEED=${seed}, ${kills} kills`)
const folder = mkdtempSync(join(tmpdir(), 'verbatim-soak-'))
try {
  while (counts.kills < kills) {
    const path = join(folder, `Project ${counts.kills}.verbatim`)
    const created = createProject(path, 'News')
    if (!created.ok) throw new Error(created.failure.message)
    created.value.close()
    let acknowledged: readonly string[] = []
    for (let round = 0; round < killsPerProject && counts.kills < kills; round += 1) {
      acknowledged = await killOnce(path, acknowledged)
    }
    proveBackups(`${path}-backups`)
    say(`${counts.kills} kills, ${counts.changes} changes, ${counts.cuts} cut logs`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const kinds = Array.from(cutsByKind, ([kind, count]) => `${count} ${kind}`).join(', ')
say(`Cut logs: ${kinds}. Backups proved: ${counts.backups}.`)
for (const complaint of complaints) say(complaint)
say(
  `${counts.kills} kills, ${counts.changes} changes (${counts.early} kept before they were told), ${counts.cuts} cut logs: ${counts.lost} acknowledged changes lost, ${counts.notOpened} files that do not open. CRASH_SEED=${seed}`,
)
process.exitCode = complaints.length === 0 ? 0 : 1

/** Gives what is stored afterwards. */
async function killOnce(path: string, before: readonly string[]): Promise<readonly string[]> {
  const life = random(longestLife)
  const told = await changeAndKill(path, { seed: seed + counts.kills, life, acts: 'all' })
  counts.kills += 1
  // Before anything opens the project, which takes the log in.
  const cuts = Array.from(
    { length: cutsPerKill },
    (_, index) => `${path.slice(0, -9)} cut ${index}.verbatim`,
  )
    .map((copy) => ({ copy, kind: copyWithCutLog(path, copy, random) }))
    .filter(({ kind }) => kind !== null)

  const stored = storedIn(path)
  const expected = [...before, ...told]
  const lost = expected.filter((line, index) => stored[index] !== line).length
  counts.lost += lost
  counts.early += Math.max(0, stored.length - expected.length)
  counts.changes += told.length
  if (lost > 0)
    complaints.push(`Kill ${counts.kills}: ${lost} acknowledged changes are lost in ${path}.`)
  if (stored.length > expected.length + importedAtOnce) {
    complaints.push(`Kill ${counts.kills}: more is stored than one act that was not told.`)
  }
  for (const { copy, kind } of cuts) {
    counts.cuts += 1
    cutsByKind.set(String(kind), (cutsByKind.get(String(kind)) ?? 0) + 1)
    const rest = storedIn(copy)
    if (rest.some((line, index) => stored[index] !== line)) {
      complaints.push(
        `Kill ${counts.kills}: a log cut ${kind} leaves something else than a beginning of the history.`,
      )
    }
    for (const beside of ['', '-wal', '-shm']) rmSync(`${copy}${beside}`, { force: true })
  }
  return stored
}

/** Opens a project for work, proves it, and gives its history. */
function storedIn(path: string): readonly string[] {
  const opened = openProject(path)
  if (!opened.ok) {
    counts.notOpened += 1
    complaints.push(`Kill ${counts.kills}: ${opened.failure.message}`)
    return []
  }
  opened.value.close()
  const checked = checkProject(path)
  if (!checked.ok || checked.value.findings.length > 0) {
    complaints.push(`Kill ${counts.kills}: ${JSON.stringify(checked)}`)
  }
  return storedLines(path)
}

function proveBackups(root: string): void {
  for (const { copies } of backedUpProjects(root)) {
    for (const copy of copies) {
      counts.backups += 1
      const checked = checkProject(copy.path)
      if (!checked.ok || checked.value.findings.length > 0) {
        complaints.push(`The backup ${copy.path} is not sound: ${JSON.stringify(checked)}`)
      }
    }
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
