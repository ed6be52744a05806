import { t } from '../../shared/language/translate.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { annotationWords } from '../relations/relation-words.ts'
import { annotationById, currentAnnotationOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { goToAnnotation } from './navigation.ts'
import { obstacleBetween, offersFor, relate } from './relating.ts'

/** Begins to pick, in the text, what the current annotation is to be related to. */
export function startPicking(session: Session): void {
  const state = session.store.getState()
  const source = currentAnnotationOf(state)
  if (source === null) return
  session.store.setState({ relating: { source, target: null } })
  session.article()?.focus()
  const annotation = annotationWords(state.project?.labels ?? [], source)
  session.announce(t('commands:picking.start', { annotation }))
}

/** Takes the current annotation for the target. */
export function confirmPick(session: Session): void {
  const state = session.store.getState()
  const target = currentAnnotationOf(state)
  if (state.relating === null) return
  if (target === null) {
    session.announce(t('commands:picking.noneHere'))
    return
  }
  const source = latestOf(session, state.relating.source)
  if (source === null) {
    session.store.setState({ relating: null })
    session.announce(t('commands:picking.sourceGone'))
    return
  }
  relateOrAsk(session, source, target)
}

/** Makes the one relation that can join two annotations, or asks which one where there are several. */
export function relateOrAsk(session: Session, source: Annotation, target: Annotation): void {
  const offers = offersFor(session, source, target)
  const [offer] = offers
  if (offer === undefined) session.announce(obstacleBetween(session, source, target))
  else if (offers.length > 1) {
    session.store.setState({ relating: { source, target }, dialog: 'relation' })
  } else {
    finishPicking(session, source, () => relate(session, offer, source, target))
  }
}

/** Makes a relation and gives the keyboard back to where it was asked for. */
export function finishPicking(session: Session, source: Annotation, make: () => boolean): void {
  const { document } = session.store.getState()
  session.store.setState({ relating: null, dialog: null })
  if (document?.document.id === source.documentId) goToAnnotation(session, source)
  make()
}

export function leavePicking(session: Session): void {
  session.store.setState({ relating: null })
  session.announce(t('commands:picking.ended'))
}

/** An annotation of the open document as it is now, `null` where it is gone; one of another document as it was. */
function latestOf(session: Session, annotation: Annotation): Annotation | null {
  const state = session.store.getState()
  if (state.document?.document.id !== annotation.documentId) return annotation
  return annotationById(state, annotation.id)
}
