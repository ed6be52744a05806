import { t } from '../../shared/language/translate.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Selection } from '../../shared/text/selection.ts'
import { extentOf } from '../../shared/text/span.ts'
import { isFiltered } from '../store/list-view.ts'
import { annotationById, annotationsAtCaret, listedAnnotations } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { describe, describeAll } from './describe.ts'

/** Takes the selection that the article reports. The innermost annotation at the caret becomes the current one. */
export function followSelection(session: Session, selection: Selection): void {
  const state = session.store.getState()
  const { currentId, selection: previous } = state
  if (previous?.anchor === selection.anchor && previous.focus === selection.focus) return
  const before = annotationsAtCaret(state)
  const here = annotationsAtCaret({ ...state, selection })
  const kept = here.some(({ id }) => id === currentId)
  const next = kept ? currentId : (innermost(here)?.id ?? null)
  session.store.setState({ selection, currentId: next, chosenIds: [] })
  announceCrossing(session, before, here)
}

/** Makes an annotation the current one and brings its text into view; the keyboard stays where it is. */
export function selectAnnotation(session: Session, id: string): void {
  const annotation = annotationById(session.store.getState(), id)
  if (annotation === null) return
  session.store.setState({ currentId: id, chosenIds: [] })
  session.article()?.reveal(extentOf(annotation.spans))
}

/** Takes what is chosen in the list: one is worked on, several are changed together. */
export function chooseAnnotations(session: Session, ids: readonly string[]): void {
  const [only, ...others] = ids
  if (only !== undefined && others.length === 0) selectAnnotation(session, only)
  else session.store.setState({ chosenIds: ids })
}

/** Puts the caret at the start of an annotation, in the text. */
export function goToAnnotation(session: Session, annotation: Annotation): void {
  const { start } = extentOf(annotation.spans)
  session.store.setState({ currentId: annotation.id, chosenIds: [] })
  session.article()?.select({ anchor: start, focus: start })
  session.article()?.reveal(extentOf(annotation.spans))
  session.announce(describe(session, annotation))
}

/** Goes to the next or previous annotation in reading order, of those that the filters of the list let through. */
export function stepAnnotation(session: Session, direction: 'next' | 'previous'): void {
  const state = session.store.getState()
  const { listView, currentId, selection } = state
  const listed = listedAnnotations({ ...state, listView: { ...listView, order: 'place' } })
  const target = annotationBeside(listed, currentId, selection?.focus ?? 0, direction)
  if (target !== undefined) goToAnnotation(session, target)
  else {
    const none = direction === 'next' ? 'noneAfter' : 'noneBefore'
    session.announce(t(`commands:navigation.${none}${isFiltered(listView) ? 'Shown' : ''}`))
  }
}

/**
 * The annotation after or before the current one, of some in reading order. From the caret (in UTF-16 code units) where the
 * current one is not among them.
 */
export function annotationBeside(
  annotations: readonly Annotation[],
  currentId: string | null,
  caret: number,
  direction: 'next' | 'previous',
): Annotation | undefined {
  const current = annotations.findIndex(({ id }) => id === currentId)
  if (current !== -1) return annotations[current + (direction === 'next' ? 1 : -1)]
  return direction === 'next'
    ? annotations.find(({ spans }) => extentOf(spans).start >= caret)
    : annotations.findLast(({ spans }) => extentOf(spans).start < caret)
}

/** Picks the next or previous of the annotations that overlap at the caret, round and round. */
export function cycleOverlap(session: Session, direction: 'next' | 'previous'): void {
  const state = session.store.getState()
  const here = annotationsAtCaret(state)
  const place = here.findIndex(({ id }) => id === state.currentId)
  const next =
    direction === 'next' ? here[(place + 1) % here.length] : here.at(Math.max(place, 0) - 1)
  if (next === undefined) return
  session.store.setState({ currentId: next.id })
  session.announce(describe(session, next))
}

/** The shortest of some annotations: of nested ones the innermost. */
export function innermost(annotations: readonly Annotation[]): Annotation | undefined {
  return annotations.toSorted((one, other) => lengthOf(one) - lengthOf(other))[0]
}

function lengthOf({ spans }: Annotation): number {
  const { start, end } = extentOf(spans)
  return end - start
}

/** Says which annotations the caret has come into or left; nothing while it stays among the same ones. */
function announceCrossing(
  session: Session,
  before: readonly Annotation[],
  here: readonly Annotation[],
): void {
  const entered = here.filter(({ id }) => before.every((one) => one.id !== id))
  const left = before.filter(({ id }) => here.every((one) => one.id !== id))
  if (entered.length === 0 && left.length === 0) return
  const inside = describeAll(session, here)
  if (here.length > 1) {
    session.announce(
      t('commands:navigation.overlapping', { count: here.length, annotations: inside }),
    )
  } else if (here.length === 1) {
    const where = entered.length === 0 ? 'stillIn' : 'in'
    session.announce(t(`commands:navigation.${where}`, { annotation: inside }))
  } else {
    session.announce(t('commands:navigation.left', { annotations: describeAll(session, left) }))
  }
}
