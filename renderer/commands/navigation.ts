import type { Annotation } from '../../shared/model/annotation.ts'
import type { Selection } from '../../shared/text/selection.ts'
import { extentOf, touches } from '../../shared/text/span.ts'
import { annotationsAtCaret } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { describe } from './describe.ts'

/** Takes the selection that the article reports. The innermost annotation at the caret becomes the current one. */
export function followSelection(session: Session, selection: Selection): void {
  const { document, currentId, selection: previous } = session.store.getState()
  if (previous?.anchor === selection.anchor && previous.focus === selection.focus) return
  const here = (document?.annotations ?? []).filter(({ spans }) => touches(spans, selection.focus))
  const kept = here.some(({ id }) => id === currentId)
  const next = kept ? currentId : (innermost(here)?.id ?? null)
  session.store.setState({ selection, currentId: next })
  if (next !== currentId) announceArrival(session, here)
}

/** Makes an annotation the current one and brings its text into view; the keyboard stays where it is. */
export function selectAnnotation(session: Session, id: string): void {
  const annotation = session.store.getState().document?.annotations.find((one) => one.id === id)
  if (annotation === undefined) return
  session.store.setState({ currentId: id })
  session.article()?.reveal(extentOf(annotation.spans))
}

/** Puts the caret at the start of an annotation, in the text. */
export function goToAnnotation(session: Session, annotation: Annotation): void {
  const { start } = extentOf(annotation.spans)
  session.store.setState({ currentId: annotation.id })
  session.article()?.select({ anchor: start, focus: start })
  session.article()?.reveal(extentOf(annotation.spans))
  session.announce(describe(session, annotation))
}

/** The next or previous annotation in reading order, from the current one or from the caret. */
export function stepAnnotation(session: Session, direction: 'next' | 'previous'): void {
  const { document, currentId, selection } = session.store.getState()
  const annotations = document?.annotations ?? []
  const current = annotations.findIndex(({ id }) => id === currentId)
  const caret = selection?.focus ?? 0
  const target =
    current !== -1
      ? annotations[current + (direction === 'next' ? 1 : -1)]
      : direction === 'next'
        ? annotations.find(({ spans }) => extentOf(spans).start >= caret)
        : annotations.findLast(({ spans }) => extentOf(spans).start < caret)
  if (target !== undefined) goToAnnotation(session, target)
}

/** Picks the next of the annotations that overlap at the caret. */
export function cycleOverlap(session: Session): void {
  const state = session.store.getState()
  const here = annotationsAtCaret(state)
  const place = here.findIndex(({ id }) => id === state.currentId)
  const next = here[(place + 1) % here.length]
  if (next === undefined) return
  session.store.setState({ currentId: next.id })
  session.announce(describe(session, next))
}

function innermost(annotations: readonly Annotation[]): Annotation | undefined {
  return annotations.toSorted((one, other) => lengthOf(one) - lengthOf(other))[0]
}

function lengthOf({ spans }: Annotation): number {
  const { start, end } = extentOf(spans)
  return end - start
}

function announceArrival(session: Session, here: readonly Annotation[]): void {
  session.announce(
    here.length === 0 ? 'No annotation.' : here.map((one) => describe(session, one)).join('; '),
  )
}
