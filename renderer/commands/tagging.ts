import type { Annotation } from '../../shared/model/annotation.ts'
import { newId, timeNow } from '../../shared/model/id.ts'
import type { Label } from '../../shared/model/label.ts'
import { spanOfSelection } from '../../shared/text/selection.ts'
import { quoteOf, sameSpans, type Spans } from '../../shared/text/span.ts'
import { currentAnnotationOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'

/**
 * Applies a label as the keys 1–4 and the toolbar do: to the selected text, or, where only the caret stands in the
 * article, to the annotation that is being worked on.
 */
export function applyLabel(session: Session, label: Label): void {
  const { document, selection } = session.store.getState()
  if (document === null) return
  const span = selection === null ? null : spanOfSelection(document.text, selection)
  if (span !== null) tag(session, label, [span])
  else if (currentAnnotationOf(session.store.getState()) !== null) relabel(session, label)
  else session.announce(`Select text to tag it as ${label.name}.`)
}

function tag(session: Session, label: Label, spans: Spans): void {
  const { document, info } = session.store.getState()
  if (document === null) return
  const existing = document.annotations.find(
    (annotation) => annotation.label === label.id && sameSpans(annotation.spans, spans),
  )
  if (existing !== undefined) {
    session.store.setState({ currentId: existing.id })
    session.announce(`Already tagged as ${label.name}.`)
    return
  }
  const now = timeNow()
  const annotation: Annotation = {
    id: newId(),
    documentId: document.document.id,
    label: label.id,
    spans,
    quote: quoteOf(document.text, spans),
    speaker: null,
    attributes: {},
    note: null,
    annotator: info?.annotator ?? '',
    createdAt: now,
    updatedAt: now,
  }
  const recorded = session.record(`Tag ${label.name.toLowerCase()}`, [
    { entity: 'annotation', before: null, after: annotation },
  ])
  if (!recorded) return
  session.store.setState({ currentId: annotation.id })
  session.announce(`Tagged as ${label.name}.`)
}

export function relabel(session: Session, label: Label): void {
  amend(session, `Change label to ${label.name.toLowerCase()}`, { label: label.id })
}

export function setSpeaker(session: Session, id: string, speaker: string): void {
  amend(session, 'Set speaker', { speaker: speaker.trim() === '' ? null : speaker.trim() }, id)
}

export function setNote(session: Session, id: string, note: string): void {
  amend(session, 'Write note', { note: note.trim() === '' ? null : note }, id)
}

export function removeCurrent(session: Session): void {
  const annotation = currentAnnotationOf(session.store.getState())
  if (annotation === null) return
  const change = { entity: 'annotation', before: annotation, after: null } as const
  if (session.record('Delete annotation', [change])) session.announce('Annotation deleted.')
}

/** Puts other spans under the annotation that is being worked on. */
export function respan(session: Session, spans: Spans): void {
  const { document } = session.store.getState()
  if (document === null) return
  amend(session, 'Move boundary', { spans, quote: quoteOf(document.text, spans) })
}

function amend(
  session: Session,
  summary: string,
  part: Partial<Annotation>,
  id = session.store.getState().currentId,
): void {
  const { document } = session.store.getState()
  const before = document?.annotations.find((annotation) => annotation.id === id)
  if (before === undefined) return
  const same = Object.entries(part).every(
    ([key, value]) => JSON.stringify(Reflect.get(before, key)) === JSON.stringify(value),
  )
  if (same) return
  const after = { ...before, ...part, updatedAt: timeNow() }
  session.record(summary, [{ entity: 'annotation', before, after }])
}
