import { expect } from 'vitest'

import { startReport } from '../../../../shared/exchange/report.ts'
import { sourceFile } from '../../exchange.fixture.ts'
import { openAnnex } from '../../project/annex.ts'
import type { ProjectFile } from '../../project/project-file.ts'
import { newProject, valueOf } from '../../project/project.fixture.ts'
import type { ImportFormat, Sample } from '../import-format.ts'
import { openReports } from '../import-report.ts'
import { expectToAddUp } from '../import.fixture.ts'
import { landReading } from '../landing/land-reading.ts'
import { landDeferred } from '../landing/land-relations.ts'
import type { Landed } from '../landing/landed.ts'
import { startLanding } from '../landing/landing.ts'
import { Refusal } from '../refusal.ts'
import type { Stage } from '../stage.ts'
import { storeInAnnex } from '../store-staged.ts'
import { createMutator } from './mutations.fixture.ts'

export type Files = ReadonlyMap<string, Uint8Array>

/** How often each set of files is mutated. */
export const mutations = Number(process.env['VERBATIM_FUZZ'] ?? 60)
const seed = Number(process.env['VERBATIM_FUZZ_SEED'] ?? 20_261_124)

/** No file of these sizes may take longer to be read, landed and stored, in ms. A busy machine takes ten times as long. */
const longest = 20_000

/** Mutates one of the files each time, the others beside it as they are, and imports all that are read by themselves. */
export async function fuzz(format: ImportFormat, files: Files, count: number): Promise<void> {
  const main = [...files.keys()].filter((path) => format.recognise(sampleOf(files, path)) !== 'no')
  const companions = new Set(
    main.flatMap((path) => format.companions?.(sampleOf(files, path)) ?? []),
  )
  const read = main.filter((path) => !companions.has(path.slice(path.lastIndexOf('/') + 1)))
  const paths = [...files.keys()]
  const mutate = createMutator(seed)
  const file = newProject()
  for (let number = 0; number < count; number += 1) {
    const victim = paths[number % paths.length] ?? ''
    const mutated = new Map(files).set(victim, mutate(files.get(victim) ?? new Uint8Array()))
    for (const path of read) {
      const start = performance.now()
      try {
        await importOne(file, format, mutated, path)
        expect(performance.now() - start).toBeLessThan(longest)
      } catch (error) {
        const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
        throw new Error(`${format.id}, ${victim}, seed ${seed}, mutation ${number}: ${reason}`, {
          cause: error,
        })
      }
    }
  }
}

/**
 * Reads a file among others as a format does in the reading thread, lands what comes of it and stores it in a project,
 * which then is as it was again. Throws where anything but a refusal comes up, where something lands that the project
 * does not take (every slice is proved there), and where the report does not add up.
 */
async function importOne(
  file: ProjectFile,
  format: ImportFormat,
  files: Files,
  path: string,
): Promise<void> {
  const now = '2026-01-01T00:00:00.000Z'
  const landing = startLanding({ annotator: 'Ada', now, speakers: [], isTaken: file.has })
  const reports = openReports(startReport('import'))
  const unit = { path, format: format.id, size: files.get(path)?.length ?? 0, table: null }
  const all: Landed[] = []
  const land = (reading: Parameters<typeof landReading>[2]) => {
    const landed = landReading(landing, file, reading, { sha256: null, unit })
    reports.add(path, landed)
    if (landed.landed !== null) all.push(landed.landed)
  }
  try {
    for await (const reading of format.read(sourceFile(files, path, 65_536), { columns: null })) {
      land(reading)
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    land({ kind: 'refused', remark: error.remark })
  }
  const { relations, told } = landDeferred(landing)
  reports.deferred(relations.length, told)
  if (relations.length > 0) {
    all.push({ document: null, text: '', annotations: [], relations, suggestions: [], waiting: [] })
  }
  using annex = openAnnex(file, { wary: false })
  const request = { landing, map: {}, annotator: 'Ada', signal: undefined, onProgress: () => {} }
  const { refused } = valueOf(await storeInAnnex(file, annex, stageOf(all), request))
  expect(refused.map((each) => each.failure.message)).toEqual([])
  expectToAddUp(reports.report())
}

/** What waits, in memory. */
function stageOf(all: readonly Landed[]): Stage {
  return {
    add: async () => {},
    // oxlint-disable-next-line require-yield
    all: async function* () {
      for (const landed of all) yield { landed, bytes: 0 }
    },
    [Symbol.asyncDispose]: async () => {},
  }
}

/** The beginning of a file among others, by which formats recognise it. */
export function sampleOf(files: Files, path: string): Sample {
  const bytes = files.get(path) ?? new Uint8Array()
  const { siblingNames } = sourceFile(files, path)
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  return { path, size: bytes.length, bytes: bytes.subarray(0, 65_536), text, siblingNames }
}
