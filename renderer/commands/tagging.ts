import { t } from '../../shared/language/translate.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { newId, timeNow } from '../../shared/model/id.ts'
import type { Label } from '../../shared/model/label.ts'
import { spanOfSelection } from '../../shared/text/selection.ts'
import { quoteOf, sameSpans, type Spans } from '../../shared/text/span.ts'
import { annotatorOf, currentAnnotationOf, labelOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { relabel } from './amending.ts'

/**
 * Applies a label as its key and the toolbar do: to the selected text, or, where only the caret stands in the article,
 * to the annotation that is being worked on.
 */
export function applyLabel(session: Session, label: Label): void {
  const spans = selectedSpans(session)
  const current = currentAnnotationOf(session.store.getState())
  if (spans !== null) tag(session, label, spans)
  else if (current !== null) relabel(session, [current.id], label)
  else session.announce(t('commands:tagging.selectText', { label: label.name }))
}

/** Tags the selection as the last annotation was: the same label, speakers and attributes. */
export function repeatTag(session: Session): void {
  const state = session.store.getState()
  const last = state.lastTagged
  // As it is now, with what was filled in since.
  const model = state.document?.annotations.find(({ id }) => id === last?.id) ?? last
  const label = model === null ? undefined : labelOf(state, model.label)
  const spans = selectedSpans(session)
  if (model === null || label === undefined || label.archived) {
    session.announce(t('commands:tagging.nothingToRepeat'))
  } else if (spans === null) {
    session.announce(t('commands:tagging.selectAgain', { label: label.name }))
  } else {
    const { attribution, attributes } = model
    tag(session, label, spans, { attribution, attributes })
  }
}

/** Turns on or off that every selection gets a label: one made with the pointer at once, one made by key with Enter. */
export function toggleSticky(session: Session, label: Label): void {
  const on = session.store.getState().stickyLabel !== label.id
  session.store.setState({ stickyLabel: on ? label.id : null })
  session.announce(
    on ? t('commands:tagging.every', { label: label.name }) : t('commands:tagging.everyEnded'),
  )
}

/** Tags what the pointer has just selected, where a label is held for every selection. */
export function applySticky(session: Session): void {
  const label = stickyLabelOf(session)
  const spans = selectedSpans(session)
  if (label !== undefined && spans !== null) tag(session, label, spans)
}

/** Does the same for what is selected by key: a key may be one of several on the way to a selection, so this is asked for. */
export function confirmSticky(session: Session): void {
  const label = stickyLabelOf(session)
  if (label === undefined) return
  const spans = selectedSpans(session)
  if (spans === null) session.announce(t('commands:tagging.selectText', { label: label.name }))
  else tag(session, label, spans)
}

function stickyLabelOf(session: Session): Label | undefined {
  const state = session.store.getState()
  return state.stickyLabel === null ? undefined : labelOf(state, state.stickyLabel)
}

/** What a person means by the selection, as an annotation has it; `null` where no words are selected. */
export function selectedSpans(session: Session): Spans | null {
  const { document, selection } = session.store.getState()
  if (document === null || selection === null) return null
  const span = spanOfSelection(document.text, selection)
  return span === null ? null : [span]
}

function tag(
  session: Session,
  label: Label,
  spans: Spans,
  given: Partial<Pick<Annotation, 'attribution' | 'attributes'>> = {},
): void {
  const state = session.store.getState()
  const { document } = state
  if (document === null) return
  const existing = document.annotations.find(
    (annotation) => annotation.label === label.id && sameSpans(annotation.spans, spans),
  )
  if (existing !== undefined) {
    session.store.setState({ currentId: existing.id })
    session.announce(t('commands:tagging.already', { label: label.name }))
    return
  }
  const annotation = newAnnotation({
    documentId: document.document.id,
    quote: quoteOf(document.text, spans),
    label,
    spans,
    annotator: annotatorOf(state),
    ...given,
  })
  const summary = t('commands:tagging.tag', { label: label.name.toLowerCase() })
  const recorded = session.record(summary, [
    { entity: 'annotation', before: null, after: annotation },
  ])
  if (!recorded) return
  session.store.setState({ currentId: annotation.id, lastTagged: annotation })
  session.announce(t('commands:tagging.tagged', { label: label.name }))
}

type NewAnnotation = Pick<Annotation, 'documentId' | 'spans' | 'quote' | 'annotator'> &
  Partial<Pick<Annotation, 'attribution' | 'attributes'>> & { readonly label: Label }

/** An annotation made now. `quote` is the text under `spans`, which are UTF-16 code units of it. */
export function newAnnotation({ label, ...given }: NewAnnotation): Annotation {
  const now = timeNow()
  return {
    id: newId(),
    label: label.id,
    attribution: [],
    attributes: {},
    ...given,
    note: null,
    createdAt: now,
    updatedAt: now,
  }
}
