import type { Remark } from '../../../shared/exchange/remark.ts'
import type { Report, ReportBuilder } from '../../../shared/exchange/report.ts'
import { t } from '../../../shared/language/translate.ts'
import type { LandedWithReport, Told } from './landing/landed.ts'
import { remark } from './landing/landing.ts'
import { wellFormed } from './landing/well-formed.ts'
import type { Plan, Unit } from './reading/protocol.ts'
import type { ReadingEnded } from './reading/reader.ts'
import type { Stored } from './store-staged.ts'

/** Gathers what becomes of everything that an import reads. */
export type ImportReport = {
  readonly refusedFiles: (refused: Plan['refused']) => void
  readonly add: (path: string, landed: LandedWithReport) => void
  /** Relations between documents, which were counted as read with their documents. */
  readonly deferred: (stored: number, told: readonly Told[]) => void
  /** A file whose reading was given up. */
  readonly ended: (unit: Unit, error: ReadingEnded) => void
  /** What was read and could not be stored. */
  readonly unstored: (stored: Stored) => void
  readonly report: () => Report
}

export function openReports(builder: ReportBuilder): ImportReport {
  function tell(path: string | null, told: readonly Told[]): void {
    // What a report quotes may be cut within a character, and a report is text.
    for (const each of told) builder.tell(wellFormed({ ...each, file: path }))
  }

  return {
    refusedFiles: (refused) => {
      for (const { path, remark: told } of refused) {
        builder.count('documents', 'read', 1)
        tell(path, [{ ...told, outcome: 'refused' }])
      }
    },
    add: (path, { landed, told, counts }) => {
      tell(path, told)
      for (const what of ['documents', 'annotations', 'relations', 'suggestions'] as const) {
        builder.count(what, 'read', counts[what])
      }
      if (landed === null) return
      if (landed.document !== null) builder.count('documents', 'stored', 1)
      builder.count('annotations', 'stored', landed.annotations.length)
      builder.count('relations', 'stored', landed.relations.length)
      builder.count('suggestions', 'stored', landed.suggestions.length)
    },
    deferred: (stored, told) => {
      builder.count('relations', 'stored', stored)
      tell(null, told)
    },
    ended: ({ path }, error) => {
      builder.count('documents', 'read', 1)
      tell(path, [{ outcome: 'refused', ...endedRemark(error) }])
    },
    unstored: ({ refused }) => {
      for (const { landed, failure } of refused) {
        const { document, annotations, relations, suggestions } = landed
        if (document !== null) builder.count('documents', 'stored', -1)
        builder.count('annotations', 'stored', -annotations.length)
        builder.count('relations', 'stored', -relations.length)
        builder.count('suggestions', 'stored', -suggestions.length)
        // What was to wait for review is refused already, and listed so.
        const reason = `${failure.message} ${failure.remedy}`
        const within = document === null ? reason : t('remarks:ended.withDocument', { reason })
        const refuse = (thing: Told['thing'], id: string, words: string): Told => ({
          outcome: 'refused',
          ...remark({ thing, id, code: failure.code, reason: words }),
        })
        tell(document?.provenance.fileName ?? null, [
          ...(document === null ? [] : [refuse('document', document.title, reason)]),
          ...annotations.map(({ id }) => refuse('annotation', id, within)),
          ...relations.map(({ id }) => refuse('relation', id, within)),
          ...suggestions.map(({ id }) => refuse('suggestion', id, within)),
        ])
      }
    },
    report: builder.report,
  }
}

/** Why the reading of a file was given up, for a report. */
export function endedRemark({ why, message }: ReadingEnded): Remark {
  return remark({ thing: 'file', ...endedWords(why, message) })
}

function endedWords(why: ReadingEnded['why'], message: string) {
  switch (why) {
    case 'silence':
      return {
        code: 'hostile',
        reason: t('remarks:ended.silence'),
      } as const
    case 'memory':
      return {
        code: 'tooLarge',
        reason: t('remarks:ended.memory'),
      } as const
    case 'fault':
      return {
        code: 'malformed',
        reason: t('remarks:ended.fault', { message: message.split('\n')[0] ?? '' }),
      } as const
  }
}
