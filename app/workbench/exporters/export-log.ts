import { startReport, type Report } from '../../../shared/exchange/report.ts'
import { t } from '../../../shared/language/translate.ts'
import type { DatasetDocument } from './dataset.ts'
import type { DatasetRelation, ExportFormat, ExportLog, ExportOptions } from './export-format.ts'
import { lossesOf } from './losses.ts'

/** What becomes of everything that an export reads. */
export type RunningExportLog = ExportLog & {
  /** Counts a document before it is written, and what its format has no place for. */
  readonly document: (document: DatasetDocument, relations: readonly DatasetRelation[]) => void
  readonly report: () => Report
}

const countedThings = {
  document: 'documents',
  annotation: 'annotations',
  relation: 'relations',
  suggestion: 'suggestions',
} as const

/** Things that a format has no place for at all are read and refused; for what it loses of a thing there is a sum. */
export function startExportLog(format: ExportFormat, options: ExportOptions): RunningExportLog {
  const builder = startReport('export')
  const losses = format.loses(options)
  const refused = { documents: 0, annotations: 0, relations: 0, suggestions: 0 }
  const isCounted = (thing: string): thing is keyof typeof countedThings =>
    Object.hasOwn(countedThings, thing)

  return {
    refuse: (remark) => {
      builder.tell({ ...remark, outcome: 'refused', file: null })
      if (isCounted(remark.thing)) refused[countedThings[remark.thing]] += 1
    },
    change: (remark) => {
      builder.tell({ ...remark, outcome: 'changed', file: null })
    },
    document: (document, relations) => {
      const found = lossesOf(losses, document, relations)
      for (const [loss, ids] of found) builder.lose(loss, t(`formats:losses.${loss}`), ids)
      const gone = new Set([
        ...(found.get('relations') ?? []),
        ...(found.get('relationsAcrossDocuments') ?? []),
      ])
      const read = {
        documents: 1,
        annotations: document.annotations.length,
        relations: relations.length,
        suggestions: document.suggestions.length,
      }
      refused.relations += gone.size
      refused.suggestions += found.get('suggestions')?.length ?? 0
      refused.annotations += found.get('discontinuity')?.length ?? 0
      for (const what of ['documents', 'annotations', 'relations', 'suggestions'] as const) {
        builder.count(what, 'read', read[what])
        builder.count(what, 'stored', read[what])
      }
    },
    report: () => {
      for (const what of ['documents', 'annotations', 'relations', 'suggestions'] as const) {
        builder.count(what, 'stored', -refused[what])
      }
      return builder.report()
    },
  }
}
