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

/** The one import of this page, from its first source until what it came to was seen. */
export type ImportState = {
  readonly job: string
  readonly step: ImportStep
  readonly progress: JobProgress | null
  /** What the page itself could not read. */
  readonly unread: readonly ReportEntry[]
  /** Somebody closed its dialog to work on: it does not open by itself any more. */
  readonly isAside: boolean
}

export type ExportStep =
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly fileName: string; readonly report: Report }

/** The one export of this page, until what it came to was seen. */
export type ExportState = {
  readonly job: string
  readonly format: ExportFormatInfo
  readonly step: ExportStep
  readonly progress: JobProgress | null
  readonly isAside: boolean
}

export type CheckStep =
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly report: CheckReport }

/** The one check of this page, until what it came to was seen. */
export type CheckState = {
  readonly job: string
  readonly step: CheckStep
  readonly progress: JobProgress | null
  readonly isAside: boolean
}

export type CopiesStep =
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly found: CopiesFound }

/** The one search for copies of this page, until what it found was seen. */
export type CopiesState = {
  readonly job: string
  readonly step: CopiesStep
  readonly progress: JobProgress | null
  readonly isAside: boolean
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
}: ImportState | ExportState | CheckState | CopiesState): boolean {
  return step.kind !== 'failed' && step.kind !== 'done'
}
