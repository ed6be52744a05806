import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'

import type { TableColumns } from '../../../shared/contract.ts'
import { startReport, type Report } from '../../../shared/exchange/report.ts'
import { t } from '../../../shared/language/translate.ts'
import { timeNow } from '../../../shared/model/id.ts'
import { success, type Result } from '../../../shared/result.ts'
import type { Alone } from '../jobs/protocol.ts'
import type { PresentProject } from '../project/present-reader.ts'
import type { ReadOptions } from './import-format.ts'
import { endedRemark, openReports, type ImportReport } from './import-report.ts'
import { landPaste, type Paste } from './landing/land-paste.ts'
import { landReading } from './landing/land-reading.ts'
import { landDeferred } from './landing/land-relations.ts'
import { startLanding } from './landing/landing.ts'
import type { Input } from './reading/input.ts'
import type { Plan, Unit } from './reading/protocol.ts'
import {
  openReaderThread,
  ReadingEnded,
  type Reader,
  type ReaderOptions,
} from './reading/reader.ts'
import { openStage, type Stage } from './stage.ts'
import { storeStaged, type Stored } from './store-staged.ts'

/** How far an import is. */
export type ImportProgress = {
  readonly phase: 'reading' | 'storing'
  /** Of `total`: bytes while reading, documents while storing. */
  readonly done: number
  readonly total: number
  readonly documents: number
  readonly annotations: number
}

export type ImportRequest = {
  readonly inputs: readonly Input[]
  readonly pastes: readonly Paste[]
  /** Id of a format for every file; `auto` finds out by what is in each. */
  readonly format: string
  readonly annotator: string
  readonly reader?: ReaderOptions
}

/** Which column is what, by path of a table. What is not in it goes by its own guess. */
export type ColumnChoices = ReadonlyMap<string, TableColumns>

/**
 * One import, in three steps that each can be the last: find out what was chosen, read it, store it. Nothing is in the
 * project before the last step.
 */
export type ImportJob = AsyncDisposable & {
  readonly plan: () => Promise<Plan>
  /** Reads everything. Rejects with the reason of `signal` where that is given. */
  readonly read: (columns: ColumnChoices, steps: Steps) => Promise<WantedOfImport>
  /**
   * Stores what was read, all of it or nothing. `map` gives ids of labels for the names that the files have. Rejects with
   * the reason of `signal` where that is given before it is done; the project is as it was then.
   */
  readonly store: (map: Readonly<Record<string, string>>, steps: Steps) => Promise<Result<Finished>>
}

export type Steps = {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
  /** Absent where nobody else of this program writes to the project. */
  readonly alone?: Alone | undefined
}

/** What was read, before it is known what its labels become. */
export type WantedOfImport = {
  readonly documents: number
  readonly annotations: number
  readonly suggestions: number
  /** Labels by the names that the files have, with the number of their annotations. */
  readonly labels: readonly { readonly name: string; readonly annotations: number }[]
}

export type Finished = Stored & { readonly report: Report; readonly skipped: readonly string[] }

export function startImport(project: PresentProject, request: ImportRequest): ImportJob {
  const reader = openReaderThread(request.inputs, request.format, request.reader)
  const reports: ImportReport = openReports(startReport('import'))
  const landing = startLanding({
    annotator: request.annotator,
    now: timeNow(),
    speakers: project.speakers(),
    isTaken: project.has,
  })
  let stage: Stage | null = null
  let plan: Plan = { units: [], skipped: [], refused: [] }
  let documents = 0

  async function readUnit(unit: Unit, options: ReadOptions, add: Add): Promise<void> {
    try {
      for await (const { facts, readings } of reader.read(unit, options)) {
        for (const reading of readings) {
          const landed = landReading(landing, project, reading, { ...facts, unit })
          reports.add(unit.path, landed)
          if (landed.landed !== null) await add(landed.landed)
        }
        await setImmediate()
      }
    } catch (error) {
      if (!(error instanceof ReadingEnded)) throw error
      reports.ended(unit, error)
    }
  }

  type Add = Stage['add']

  return {
    plan: async () => {
      plan = await planWith(reader, request)
      reports.refusedFiles(plan.refused)
      return plan
    },

    read: async (columns, { signal, onProgress }) => {
      const opened = await openStage(project.path)
      stage = opened
      const total = plan.units.reduce((sum, { size }) => sum + size, 0)
      let done = 0
      let annotations = 0
      let suggestions = 0
      const add: Add = async (landed) => {
        signal?.throwIfAborted()
        await opened.add(landed)
        if (landed.document !== null) documents += 1
        annotations += landed.annotations.length
        suggestions += landed.suggestions.length + landed.waiting.length
        onProgress?.({ phase: 'reading', done, total, documents, annotations })
      }
      for (const paste of request.pastes) {
        const landed = landPaste(landing, paste)
        reports.add(paste.title || t('remarks:paste.name'), landed)
        if (landed.landed !== null) await add(landed.landed)
      }
      for (const unit of plan.units) {
        signal?.throwIfAborted()
        await readUnit(unit, { columns: columns.get(unit.path) ?? null }, add)
        done += unit.size
        onProgress?.({ phase: 'reading', done, total, documents, annotations })
      }
      const { relations, told } = landDeferred(landing)
      reports.deferred(relations.length, told)
      if (relations.length > 0) {
        const nothing = { annotations: [], suggestions: [], waiting: [] }
        await opened.add({ document: null, text: '', ...nothing, relations })
      }
      await reader.close()
      const wanted = landing.tagSet.wanted()
      return {
        documents,
        annotations,
        suggestions,
        labels: [...wanted.labels].map(([name, label]) => ({
          name,
          annotations: label.annotations,
        })),
      }
    },

    store: async (map, { signal, onProgress, alone = atOnce }) => {
      if (stage === null) throw new Error('an import is read before it is stored')
      const stored = await storeStaged(project, stage, {
        landing,
        map,
        annotator: request.annotator,
        signal,
        alone,
        onProgress: (done, annotations) => {
          onProgress?.({ phase: 'storing', done, total: documents, documents: done, annotations })
        },
      })
      if (!stored.ok) return stored
      reports.unstored(stored.value)
      return success({ ...stored.value, report: reports.report(), skipped: plan.skipped })
    },

    [Symbol.asyncDispose]: async () => {
      await reader.close()
      await stage?.[Symbol.asyncDispose]()
      stage = null
    },
  }
}

async function atOnce<Value>(work: (isAwaited: () => boolean) => Value): Promise<Value> {
  return work(() => false)
}

/** Where planning itself is brought down, everything that was chosen is refused for it. */
async function planWith(reader: Reader, { inputs }: ImportRequest): Promise<Plan> {
  if (inputs.length === 0) return { units: [], skipped: [], refused: [] }
  try {
    return await reader.plan()
  } catch (error) {
    if (!(error instanceof ReadingEnded)) throw error
    const told = endedRemark(error)
    const refused = inputs.map((input) => ({
      path: basename(input.kind === 'path' ? input.path : input.name),
      remark: told,
    }))
    return { units: [], skipped: [], refused }
  }
}
