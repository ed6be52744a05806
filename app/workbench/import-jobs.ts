import type {
  CallArguments,
  CallValue,
  Event,
  ImportPlan,
  ImportSource,
  TableColumns,
} from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { tellBulkChange } from './bulk/tell-bulk-change.ts'
import type { ImportProgress } from './importers/import-job.ts'
import type { ImportWork } from './importers/import-thread.ts'
import type { Paste } from './importers/landing/land-paste.ts'
import { mappingOf } from './importers/landing/resolve-tag-set.ts'
import { openImportThread } from './importers/open-import-thread.ts'
import type { Input } from './importers/reading/input.ts'
import { jobProgress } from './job-progress.ts'
import type { JobThread } from './jobs/job-thread.ts'
import type { Turns } from './jobs/turns.ts'
import type { Places } from './places.ts'
import { failureOf } from './project/failures.ts'
import type { ProjectFile } from './project/project-file.ts'
import { rememberedColumns, rememberColumns } from './remembered-columns.ts'
import type { SettingsStore } from './settings.ts'

type Gathered = {
  inputs: Input[]
  readonly pastes: Paste[]
  readonly canceller: AbortController
  thread: JobThread<ImportWork> | null
  plan: ImportPlan | null
  isStoring: boolean
}

/** Imports that pages have begun, by the ids that these gave them. */
export type ImportJobs = {
  readonly gather: (request: CallArguments<'import.gather'>) => Result<null>
  readonly plan: (
    file: ProjectFile,
    request: CallArguments<'import.plan'>,
  ) => Promise<Result<ImportPlan>>
  readonly read: (
    file: ProjectFile,
    request: CallArguments<'import.read'>,
  ) => Promise<Result<CallValue<'import.read'>>>
  readonly store: (
    file: ProjectFile,
    request: CallArguments<'import.store'>,
  ) => Promise<Result<CallValue<'import.store'>>>
  /** What is stored to its end by then stays; else the project is as it was. The answer to `store` says which. */
  readonly cancel: (job: string) => Promise<void>
  readonly cancelAll: () => Promise<void>
}

export function createImportJobs({
  places,
  settings,
  turns,
  emit,
}: {
  readonly places: Places
  readonly settings: SettingsStore
  readonly turns: Turns
  readonly emit: (event: Event) => void
}): ImportJobs {
  const jobs = new Map<string, Gathered>()
  let storing: Promise<unknown> = Promise.resolve()

  async function end(id: string): Promise<void> {
    const gathered = jobs.get(id)
    jobs.delete(id)
    await gathered?.thread?.[Symbol.asyncDispose]()
  }

  /** Reading and storing end at their next step; what only waits for an answer is over at once. */
  async function cancel(id: string): Promise<void> {
    const gathered = jobs.get(id)
    if (gathered === undefined) return
    gathered.canceller.abort()
    if (gathered.isStoring) await storing
    else await end(id)
  }

  /** Imports are stored one after the other. */
  async function storeNext<Value>(work: () => Promise<Value>): Promise<Value> {
    const stored = storing.then(work)
    storing = stored.catch(() => null)
    return stored
  }

  /** Work on a job that was begun; where it fails or is cancelled, the job is over. */
  async function during<Value>(
    id: string,
    work: (gathered: Gathered) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const gathered = jobs.get(id)
    if (gathered === undefined) return unknownJob()
    try {
      const done = await work(gathered)
      if (!done.ok) await end(id)
      return done
    } catch (error) {
      await end(id)
      if (gathered.canceller.signal.aborted) return cancelled()
      const known = failureOf(error, t('failures:file.itself'))
      if (known === null) throw error
      return { ok: false, failure: known }
    }
  }

  function hooks(job: string, { canceller }: Gathered) {
    const progress = jobProgress(job, emit)
    const onProgress = (now: ImportProgress): void => progress(now)
    return { signal: canceller.signal, onProgress }
  }

  return {
    gather: ({ job, sources }) => {
      const gathered = jobs.get(job) ?? {
        inputs: [],
        pastes: [],
        canceller: new AbortController(),
        thread: null,
        plan: null,
        isStoring: false,
      }
      for (const source of sources) {
        const added = addSource(gathered, source, places)
        if (!added.ok) return added
      }
      jobs.set(job, gathered)
      return success(null)
    },

    plan: (file, { job: id, format, annotator }) =>
      during(id, async (gathered) => {
        if (file.readOnly !== null) return readOnly(file.readOnly)
        const { inputs, pastes, canceller } = gathered
        const thread = openImportThread()
        gathered.thread = thread
        const request = { path: file.path, inputs, pastes, format, annotator }
        const planned = await thread.run('plan', request, { signal: canceller.signal })
        if (!planned.ok) return planned
        // The thread has them now.
        gathered.inputs = []
        const { units, skipped } = planned.value
        const remembered = settings.get().tableColumns
        const plan: ImportPlan = {
          files: units.length + pastes.length,
          tables: units.flatMap(({ path, table }) => {
            if (table === null) return []
            const known = rememberedColumns(remembered, table.columns)
            return {
              path,
              ...table,
              guess: known ?? table.guess,
              sure: table.sure || known !== null,
            }
          }),
          skipped,
        }
        gathered.plan = plan
        return success(plan)
      }),

    read: (file, { job: id, columns }) =>
      during(id, async (gathered) => {
        if (gathered.thread === null) return unknownJob()
        const choices = new Map<string, TableColumns>()
        for (const { path, columns: names, guess, sure } of gathered.plan?.tables ?? []) {
          const chosen = Object.hasOwn(columns, path) ? columns[path] : undefined
          if (chosen !== undefined) {
            const { tableColumns } = settings.get()
            settings.set({ tableColumns: rememberColumns(tableColumns, names, chosen) })
          }
          const choice = chosen ?? (sure ? guess : null)
          if (choice !== null) choices.set(path, choice)
        }
        const read = await gathered.thread.run('read', choices, hooks(id, gathered))
        if (!read.ok) return read
        const found = read.value
        const tagSet = { labels: file.labels(), relationTypes: file.relationTypes() }
        return success({
          ...found,
          labels: found.labels.map((label) => ({ ...label, label: mappingOf(tagSet, label.name) })),
        })
      }),

    store: async (file, { job: id, map }) => {
      const stored = await during(id, async (gathered) => {
        const { thread } = gathered
        if (thread === null) return unknownJob()
        gathered.isStoring = true
        return storeNext(() =>
          thread.run('store', map, { ...hooks(id, gathered), inTurn: turns.take }),
        )
      })
      await end(id)
      if (!stored.ok) return stored
      const { documents, documentIds, report, skipped } = stored.value
      await tellBulkChange(file, { entryId: null, documentIds }, emit)
      return success({ firstDocumentId: documents[0]?.id ?? null, report, skipped })
    },

    cancel,
    cancelAll: async () => {
      // What is being stored keeps its project open until it is done.
      for (const [id, { isStoring }] of jobs) if (!isStoring) await cancel(id)
    },
  }
}

function addSource(
  { inputs, pastes }: Gathered,
  source: ImportSource,
  places: Places,
): Result<null> {
  if (source.kind === 'paste') pastes.push({ title: source.title, text: source.text })
  else if (source.kind === 'bytes') {
    const bytes = Buffer.from(source.base64, 'base64')
    inputs.push({ kind: 'bytes', name: source.name, bytes })
  } else {
    const path = places.resolve(source.ticket)
    if (!path.ok) return path
    inputs.push({ kind: 'path', path: path.value })
  }
  return success(null)
}

function unknownJob(): Result<never> {
  return failure('cancelled', t('failures:jobs.importOver'), t('failures:jobs.importAnother'))
}

function cancelled(): Result<never> {
  return failure('cancelled', t('failures:jobs.importCancelled'), t('failures:jobs.asItWas'))
}

function readOnly(reason: string): Result<never> {
  return failure('readOnly', reason, t('failures:jobs.importReadOnly'))
}
