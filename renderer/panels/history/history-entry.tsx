import { Button } from 'react-aria-components'

import { formatTime } from '../../../shared/language/format.ts'
import type { AnnotationAct } from '../../../shared/model/annotation-act.ts'
import type { JournalSummary } from '../../../shared/model/journal.ts'
import { countOf } from '../../commands/amounts.ts'
import { annotationWords } from '../../relations/relation-words.ts'
import { documentTitle } from '../../store/selectors.ts'
import { useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { differenceWords } from './difference-words.ts'

const nouns: Readonly<Record<keyof JournalSummary['subjects'], string>> = {
  annotation: 'annotation',
  relation: 'relation',
  document: 'document',
  label: 'label',
  relationType: 'relation type',
  speaker: 'speaker',
  suggestion: 'suggestion',
  project: 'project',
}

const kinds = { do: '', undo: 'Undone: ', redo: 'Redone: ' } as const

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
  const what = `${kinds[entry.kind]}${entry.summary}`
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
          aria-label={`Go back to right after “${what}”, ${time}`}
          className="button button-quiet history-go"
          onPress={onGoBack}
        >
          Go back here
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
    <span className="history-annotation" dir="auto">
      <span className="history-line">{annotationWords(labels, act)}</span>
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

/** How much it touched, where that is more than one thing. */
function sizeOf({ subjects }: JournalSummary): string {
  const counts = Object.entries(nouns).flatMap(([entity, noun]) => {
    const count: unknown = Reflect.get(subjects, entity)
    return typeof count === 'number' && count > 1 ? [countOf(count, noun)] : []
  })
  return counts.length === 0 ? '' : ` · ${counts.join(', ')}`
}
