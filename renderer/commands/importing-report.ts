import type { ImportResult } from '../../shared/contract.ts'
import { startReport, type Report, type ReportEntry } from '../../shared/exchange/report.ts'
import { formatAll } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'

/** What an import came to of which nothing could be read. */
export const nothingRead: ImportResult = {
  firstDocumentId: null,
  report: startReport('import').report(),
  skipped: [],
}

/** A report that also tells of files which never reached the workbench. Each counts as a document that was read and refused. */
export function withUnread(report: Report, unread: readonly ReportEntry[]): Report {
  if (unread.length === 0) return report
  const { documents } = report
  return {
    ...report,
    documents: {
      ...documents,
      read: documents.read + unread.length,
      refused: documents.refused + unread.length,
    },
    entries: [...unread, ...report.entries],
  }
}

/** Whether a person has to be shown more than what was added. */
export function isWorthSaying({ report, skipped }: ImportResult): boolean {
  return report.entries.length > 0 || skipped.length > 0
}

/** What is in the project now that was not before, in a sentence; `null` for nothing. */
export function addedWords({ documents, annotations, suggestions }: Report): string | null {
  const added = [
    ...some(documents.stored, 'document'),
    ...some(annotations.stored, 'annotation'),
    ...some(suggestions.stored, 'suggestion'),
  ]
  return added.length === 0
    ? null
    : t('commands:importingReport.added', { things: formatAll(added) })
}

function some(count: number, thing: 'document' | 'annotation' | 'suggestion'): readonly string[] {
  return count === 0 ? [] : [t(`common:amounts.${thing}`, { count })]
}
