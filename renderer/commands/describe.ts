import type { Annotation } from '../../shared/model/annotation.ts'
import { attributionNames } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'

/** An annotation in a few spoken words: label, speaker, whether it carries a note. */
export function describe(session: Session, annotation: Annotation): string {
  const labels = session.store.getState().project?.labels ?? []
  const name = labels.find(({ id }) => id === annotation.label)?.name ?? annotation.label
  const names = attributionNames(session.store.getState(), annotation)
  const speaker = names.length === 0 ? '' : `, ${names.toReversed().join(', according to ')}`
  return `${name}${speaker}${annotation.note === null ? '' : ', with note'}`
}
