import type {
  CheckReport,
  CopiesFound,
  ExportFormat,
  ExportFormatInfo,
  ExportOptions,
  ExportScope,
  ImportFound,
  ImportPlan,
  ImportResult,
  JobProgress,
  Repaired,
} from '../../shared/contract.ts'
import type { Report, ReportEntry } from '../../shared/exchange/report.ts'
import type { Failure } from '../../shared/result.ts'

/** Where an import stands. It waits for a person at `columns` and `labels`, and for being seen at `failed` and `done`. */
export type ImportStep =
  /** Sources go to the workbench; `total` is 0 until they are counted. */
  | { readonly kind: 'gathering'; readonly done: number; readonly total: number }
  | { readonly kind: 'planning' }
  | { readonly kind: 'columns'; readonly tables: ImportPlan['tables'] }
  | { readonly kind: 'reading' }
  | { readonly kind: 'labels'; readonly found: ImportFound }
  | { readonly kind: 'storing' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly result: ImportResult }

/** Where a job stands that asks nothing on its way. `Result` is what it comes to. */
type PlainStep<Result> =
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | ({ readonly kind: 'done' } & Result)

/** A job of this page, until what it came to was seen. There is one of each kind. */
type JobState<Step> = {
  readonly job: string
  readonly step: Step
  readonly progress: JobProgress | null
  /** Somebody closed its dialog to work on: it does not open by itself any more. */
  readonly isAside: boolean
}

export type ImportState = JobState<ImportStep> & {
  /** What the page itself could not read. */
  readonly unread: readonly ReportEntry[]
}

export type ExportStep = PlainStep<{ readonly fileName: string; readonly report: Report }>
export type ExportState = JobState<ExportStep> & { readonly format: ExportFormatInfo }

export type CheckStep = PlainStep<{ readonly report: CheckReport }>
export type CheckState = JobState<CheckStep>

export type RepairStep = PlainStep<{ readonly repaired: Repaired }>
export type RepairState = JobState<RepairStep>

export type CopiesStep = PlainStep<{ readonly found: CopiesFound }>
export type CopiesState = JobState<CopiesStep> & {
  /** The document whose copies are looked at, by the id that leads them; `null` for the list of all. */
  readonly shown: string | null
}

/** What was chosen in the export dialog last. */
export type ExportChoice = {
  readonly format: ExportFormat
  readonly options: ExportOptions
  readonly scope: ExportScope
}

/** Whether work goes on that a new job would have to wait for; questions that wait count as such. */
export function isUnderWay({
  step,
}: ImportState | ExportState | CheckState | RepairState | CopiesState): boolean {
  return step.kind !== 'failed' && step.kind !== 'done'
}
