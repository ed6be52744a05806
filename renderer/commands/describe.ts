import type { Annotation } from '../../shared/model/annotation.ts'
import { labelName } from '../../shared/model/label.ts'
import { attributionNames } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'

/** An annotation in a few spoken words: label, speaker, whether it carries a note. */
export function describe(session: Session, annotation: Annotation): string {
  const state = session.store.getState()
  const name = labelName(state.project?.labels ?? [], annotation.label)
  const names = attributionNames(state, annotation)
  const speaker = names.length === 0 ? '' : `, ${names.toReversed().join(', according to ')}`
  return `${name}${speaker}${annotation.note === null ? '' : ', with note'}`
}
