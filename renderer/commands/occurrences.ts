import type { Occurrence } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import type { Change } from '../../shared/model/change.ts'
import type { Label } from '../../shared/model/label.ts'
import { spanOfSelection } from '../../shared/text/selection.ts'
import { annotatorOf, currentAnnotationOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { withEditableDocument, type Command } from './command.ts'
import { newAnnotation } from './tagging.ts'

/** What the workbench looks for is no longer than this, in UTF-16 code units. */
const longest = 10_000

/** Tagging the same words wherever they occur. */
export function occurrenceCommands(): readonly Command[] {
  return [
    {
      id: 'tagAll',
      title: t('commands:occurrences.tagAll.title'),
      words: t('commands:occurrences.tagAll.words'),
      group: 'tag',
      keys: ['Shift+t'],
      scope: 'article',
      possible: withEditableDocument,
      run: (session) => {
        const words = wordsAt(session)
        if (words === null) session.announce(t('commands:occurrences.selectWords'))
        else if (words.length > longest) session.announce(t('commands:occurrences.tooLong'))
        else openOccurrences(session, words)
      },
    },
  ]
}

/** Asks where a text is to be tagged. */
export function openOccurrences(session: Session, text: string): void {
  session.store.setState({ dialog: 'occurrences', occurrencesOf: text })
}

/** Gives a label to places of any documents, as one act. */
export function tagOccurrences(
  session: Session,
  label: Label,
  occurrences: readonly Occurrence[],
): void {
  const annotator = annotatorOf(session.store.getState())
  const changes = occurrences.map(({ documentId, span, quote }): Change => ({
    entity: 'annotation',
    before: null,
    after: newAnnotation({ label, documentId, spans: [span], quote, annotator }),
  }))
  const count = changes.length
  const summary = t('commands:occurrences.tag', { count, label: label.name.toLowerCase() })
  if (!session.record(summary, changes)) return
  session.tell('done', t('commands:occurrences.tagged', { count, label: label.name }))
}

/** The selected words, else those of the annotation that is being worked on. */
function wordsAt(session: Session): string | null {
  const state = session.store.getState()
  const { document, selection } = state
  if (document === null) return null
  const span = selection === null ? null : spanOfSelection(document.text, selection)
  if (span !== null) return document.text.slice(span.start, span.end)
  return currentAnnotationOf(state)?.quote ?? null
}
