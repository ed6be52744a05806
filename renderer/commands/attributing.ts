import { t } from '../../shared/language/translate.ts'
import type { Change } from '../../shared/model/change.ts'
import { newId } from '../../shared/model/id.ts'
import { speakerNamed, type Speaker } from '../../shared/model/speaker.ts'
import { excerptOf } from '../../shared/text/excerpt.ts'
import { annotationById } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { amend, oneOrSeveral } from './amending.ts'

/** Somebody of the registry by id, or by a name that may be new to it. */
export type SpeakerChoice = { readonly id: string } | { readonly name: string }

/**
 * Says who speaks in some annotations, from whoever is nearest to the reader to whoever spoke. A name that is not in the
 * registry enters it, in the same act.
 */
export function setAttribution(
  session: Session,
  ids: readonly string[],
  chain: readonly SpeakerChoice[],
): void {
  const speakers = session.store.getState().project?.speakers ?? []
  const created: Speaker[] = []
  const attribution = chain.flatMap((choice) => {
    if ('id' in choice) return [choice.id]
    const name = choice.name.trim()
    if (name === '') return []
    const known = speakerNamed([...speakers, ...created], name)
    if (known !== null) return [known.id]
    const added = newSpeaker(name)
    created.push(added)
    return [added.id]
  })
  const additions = created.map((after): Change => ({ entity: 'speaker', before: null, after }))
  const distinct = [...new Set(attribution)]
  const names = distinct.map(
    (id) =>
      [...speakers, ...created].find((one) => one.id === id)?.name ?? t('common:unknownSpeaker'),
  )
  const speaker = excerptOf(names.join(' › '))
  const count = amend(
    session,
    ids,
    (many) =>
      speaker === ''
        ? t(`commands:attributing.takeOut.${oneOrSeveral(ids)}`, { count: many })
        : t(`commands:attributing.set.${oneOrSeveral(ids)}`, { count: many, speaker }),
    () => ({ attribution: distinct }),
    additions,
  )
  if (count === 0 && ids.length > 1) {
    session.announce(t('commands:attributing.already', { speaker }))
  }
  if (count > 0) {
    session.announce(
      speaker === ''
        ? t(`commands:attributing.takenOut.${oneOrSeveral(ids)}`, { count })
        : t(`commands:attributing.now.${oneOrSeveral(ids)}`, { count, speaker }),
    )
  }
}

/** Adds whoever spoke to the end of an annotation's chain: those before reported it. */
export function addToAttribution(session: Session, id: string, choice: SpeakerChoice): void {
  setAttribution(session, [id], [...chainOf(session, id), choice])
}

export function removeFromAttribution(session: Session, id: string, speaker: string): void {
  setAttribution(
    session,
    [id],
    chainOf(session, id).filter((one) => one.id !== speaker),
  )
}

/** Takes out whoever spoke. */
export function removeLastFromAttribution(session: Session, id: string): void {
  setAttribution(session, [id], chainOf(session, id).slice(0, -1))
}

/** Moves a speaker of the chain nearer to the reader (`earlier`) or to whoever spoke. */
export function moveInAttribution(
  session: Session,
  id: string,
  speaker: string,
  direction: 'earlier' | 'later',
): void {
  const chain = chainOf(session, id)
  const place = chain.findIndex((one) => one.id === speaker)
  const target = place + (direction === 'earlier' ? -1 : 1)
  if (place === -1 || target < 0 || target >= chain.length) return
  setAttribution(session, [id], chain.toSpliced(place, 1).toSpliced(target, 0, { id: speaker }))
}

export function newSpeaker(name: string): Speaker {
  return { id: newId(), name, aliases: [], role: null, organisation: null, anonymous: false }
}

/** As it is now, which may be ahead of what fields show. */
function chainOf(session: Session, id: string): readonly { readonly id: string }[] {
  const annotation = annotationById(session.store.getState(), id)
  return annotation?.attribution.map((speaker) => ({ id: speaker })) ?? []
}
