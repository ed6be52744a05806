import { t } from '../../shared/language/translate.ts'
import type { RelationTrail } from '../relations/relation-trail.ts'
import { stepTrail } from '../relations/relation-trail.ts'
import { linksAt } from '../relations/relations-at.ts'
import { currentAnnotationOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { visitAnnotation } from './visiting.ts'

/** Goes to an annotation that the current one is related to; again, to the next one. */
export async function goToRelated(session: Session): Promise<void> {
  const state = session.store.getState()
  const current = currentAnnotationOf(state)
  if (current === null || state.document === null) return
  const links = linksAt(state.document, state.project?.relationTypes ?? [], current.id)
  const ends = new Map(links.map(({ other }) => [other.id, other]))
  const trail = stepTrail(state.trail, current, [...ends.values()])
  if (trail === null) session.announce(t('commands:following.noRelations'))
  else await follow(session, trail)
}

/** Goes back to the annotation whose relation was followed last. */
export async function followBack(session: Session): Promise<void> {
  const { trail } = session.store.getState()
  if (trail === null) {
    session.announce(t('commands:following.noWayBack'))
    return
  }
  session.store.setState({ trail: trail.before })
  await visitAnnotation(session, trail.origin)
}

async function follow(session: Session, trail: RelationTrail): Promise<void> {
  session.store.setState({ trail })
  const end = trail.ends[trail.place]
  if (end !== undefined) await visitAnnotation(session, end)
}
