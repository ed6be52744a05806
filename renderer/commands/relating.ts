import type { OpenDocument } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { newId } from '../../shared/model/id.ts'
import { labelName } from '../../shared/model/label.ts'
import type { Relation } from '../../shared/model/relation.ts'
import { mayBeTarget, offersBetween, type RelationOffer } from '../relations/relation-offers.ts'
import { relationSentence, typeName } from '../relations/relation-words.ts'
import type { Session } from '../store/session.ts'

/** What may join two annotations now; at least one of them is in the open document. */
export function offersFor(
  session: Session,
  source: Annotation,
  target: Annotation,
): readonly RelationOffer[] {
  const { project, document } = session.store.getState()
  return offersBetween(project?.relationTypes ?? [], document?.relations ?? [], source, target)
}

/** Why no relation can be made between two annotations, in a sentence. */
export function obstacleBetween(session: Session, source: Annotation, target: Annotation): string {
  const state = session.store.getState()
  if (source.id === target.id) return t('commands:relating.toItself')
  if (offersBetween(state.project?.relationTypes ?? [], [], source, target).length > 0) {
    return t('commands:relating.relatedAlready')
  }
  const labels = state.project?.labels ?? []
  return t('commands:relating.noType', {
    one: labelName(labels, source.label),
    other: labelName(labels, target.label),
  })
}

/**
 * Makes a relation between two annotations, at least one of them in the open document, as one act. False where it cannot be made,
 * which is announced.
 */
export function relate(
  session: Session,
  offer: RelationOffer,
  source: Annotation,
  target: Annotation,
): boolean {
  const { project, document } = session.store.getState()
  if (project === null || document === null) return false
  if (!mayBeTarget(offer, document.relations, source, target)) {
    session.announce(obstacleBetween(session, source, target))
    return false
  }
  const [from, to] = offer.end === 'from' ? [source, target] : [target, source]
  const after: Relation = { id: newId(), type: offer.type.id, from: from.id, to: to.id }
  session.store.setState({ document: withFarEnd(document, from, to) })
  const summary = t('commands:relating.relate', { relation: offer.type.name })
  const recorded = session.record(summary, [{ entity: 'relation', before: null, after }])
  if (recorded) session.announce(relationSentence(project.labels, offer.type.name, from, to))
  return recorded
}

/** Takes a relation out; its annotations stay. */
export function unrelate(session: Session, relation: Relation): void {
  const name = typeName(session.store.getState().project?.relationTypes ?? [], relation.type)
  const recorded = session.record(t('commands:relating.remove', { relation: name }), [
    { entity: 'relation', before: relation, after: null },
  ])
  if (recorded) session.announce(t('commands:relating.removed'))
}

/** The open document with the end that is in another one known to it. */
function withFarEnd(document: OpenDocument, from: Annotation, to: Annotation): OpenDocument {
  const far = [from, to].filter(
    ({ id, documentId }) =>
      documentId !== document.document.id && document.farAnnotations.every((one) => one.id !== id),
  )
  return far.length === 0
    ? document
    : { ...document, farAnnotations: [...document.farAnnotations, ...far] }
}
