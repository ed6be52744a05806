import { t } from '../../shared/language/translate.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { labelName } from '../../shared/model/label.ts'
import { attributionNames } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'

/** An annotation in a few spoken words: label, speaker, whether it carries a note. */
export function describe(session: Session, annotation: Annotation): string {
  const state = session.store.getState()
  const label = labelName(state.project?.labels ?? [], annotation.label)
  const names = attributionNames(state, annotation)
  const said =
    names.length === 0 ? label : t('commands:describe.saidBy', { label, speaker: saidBy(names) })
  return annotation.note === null ? said : t('commands:describe.withNote', { annotation: said })
}

/** Several annotations so. */
export function describeAll(session: Session, annotations: readonly Annotation[]): string {
  return annotations.map((one) => describe(session, one)).join(t('commands:describe.separator'))
}

/** Whoever spoke, and whoever reported it. */
function saidBy(chain: readonly string[]): string {
  return chain.reduceRight((speaker, reporter) =>
    t('commands:describe.accordingTo', { speaker, reporter }),
  )
}
