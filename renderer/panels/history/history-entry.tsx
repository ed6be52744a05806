import { Button } from 'react-aria-components'

import { formatTime } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import type { AnnotationAct } from '../../../shared/model/annotation-act.ts'
import type { JournalSummary } from '../../../shared/model/journal.ts'
import { annotationWords } from '../../relations/relation-words.ts'
import { documentTitle } from '../../store/selectors.ts'
import { useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { differenceWords } from './difference-words.ts'

const subjectsInOrder = [
  'annotation',
  'relation',
  'document',
  'label',
  'relationType',
  'speaker',
  'suggestion',
  'project',
] as const satisfies readonly (keyof JournalSummary['subjects'])[]

/** One act, with the way back to how things were right after it. */
export function HistoryEntry({
  entry,
  disabled,
  onGoBack,
}: {
  readonly entry: JournalSummary
  readonly disabled: boolean
  readonly onGoBack: () => void
}) {
  const title = useWorkbenchAfterPaint((state) =>
    entry.documentId === null ? null : documentTitle(state, entry.documentId),
  )
  const time = formatTime(Date.parse(entry.at))
  const what = nameOf(entry)
  return (
    <li className="history-entry" data-kind={entry.kind}>
      <span className="history-summary">{what}</span>
      {entry.annotation === null ? null : <AnnotationActWords act={entry.annotation} />}
      <span className="history-meta">
        <time dateTime={entry.at}>{time}</time> {entry.annotator}
        {sizeOf(entry)}
        {title === null ? null : (
          <span className="history-document" title={title}>
            {title}
          </span>
        )}
      </span>
      {disabled ? null : (
        <Button
          aria-label={t('panels:history.goBackAfter', { act: what, time })}
          className="button button-quiet history-go"
          onPress={onGoBack}
        >
          {t('panels:history.goBack')}
        </Button>
      )}
    </li>
  )
}

/** Which annotation it was about, and what became of it. */
function AnnotationActWords({ act }: { readonly act: AnnotationAct }) {
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const speakers = useWorkbenchAfterPaint(({ project }) => project?.speakers ?? [])
  return (
    <span className="history-annotation">
      <span className="history-line" dir="auto">
        {annotationWords(labels, act)}
      </span>
      {act.differences.map((difference) => (
        <span
          className="history-line"
          key={difference.part === 'attribute' ? `attribute ${difference.id}` : difference.part}
        >
          {differenceWords(difference, { labels, speakers, label: act.label })}
        </span>
      ))}
    </span>
  )
}

function nameOf({ kind, summary }: JournalSummary): string {
  switch (kind) {
    case 'do':
      return summary
    case 'undo':
      return t('panels:history.undone', { act: summary })
    case 'redo':
      return t('panels:history.redone', { act: summary })
  }
}

/** How much it touched, where that is more than one thing. */
function sizeOf({ subjects }: JournalSummary): string {
  const counts = subjectsInOrder.flatMap((subject) => {
    const count = subjects[subject] ?? 0
    return count > 1 ? [t(`common:amounts.${subject}`, { count })] : []
  })
  return counts.length === 0 ? '' : ` · ${counts.join(t('common:comma'))}`
}
