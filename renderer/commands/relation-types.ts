import { t } from '../../shared/language/translate.ts'
import type { Change } from '../../shared/model/change.ts'
import type { RelationType } from '../../shared/model/relation-type.ts'
import { moveTo } from '../../shared/model/tag-set.ts'
import { wordIdFor } from '../../shared/model/word-id.ts'
import type { Session } from '../store/session.ts'

/** Adds a relation type that joins any labels. Gives its id, or `null` where the project can only be read. */
export function addRelationType(session: Session, name: string): string | null {
  const types = typesOf(session)
  const type: RelationType = {
    id: wordIdFor(name, new Set(types.map(({ id }) => id)), 'relation'),
    name: name.trim(),
    description: '',
    from: [],
    to: [],
    position: Math.max(-1, ...types.map(({ position }) => position)) + 1,
  }
  const added = session.record(t('commands:relationTypes.add', { name: type.name }), [
    { entity: 'relationType', before: null, after: type },
  ])
  if (added) session.announce(t('commands:relationTypes.added', { name: type.name }))
  return added ? type.id : null
}

export function changeRelationType(
  session: Session,
  id: string,
  summary: string,
  change: Partial<Omit<RelationType, 'id' | 'position'>>,
): void {
  const before = typesOf(session).find((type) => type.id === id)
  if (before === undefined) return
  const after = { ...before, ...change }
  if (JSON.stringify(after) === JSON.stringify(before)) return
  session.record(summary, [{ entity: 'relationType', before, after }])
}

/** Puts a relation type at another place, counted from 0. */
export function moveRelationType(session: Session, id: string, place: number): void {
  const moves = moveTo(typesOf(session), id, place)
  session.record(
    t('commands:relationTypes.reorder'),
    moves.map((move): Change => ({ entity: 'relationType', ...move })),
  )
}

/** Takes a relation type out; its relations become of the type `by`, or go with it where that is `null`. */
export async function replaceRelationType(
  session: Session,
  type: RelationType,
  by: RelationType | null,
): Promise<boolean> {
  const done = await session.act((act) =>
    session.ask('relationTypes.replace', { ...act, relationType: type.id, by: by?.id ?? null }),
  )
  if (done) {
    session.announce(
      by === null
        ? t('commands:relationTypes.deleted', { name: type.name })
        : t('commands:relationTypes.merged', { name: type.name, into: by.name }),
    )
  }
  return done
}

function typesOf(session: Session): readonly RelationType[] {
  return session.store.getState().project?.relationTypes ?? []
}
