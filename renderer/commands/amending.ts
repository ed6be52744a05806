import { t } from '../../shared/language/translate.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { attributeValueText, type AttributeValue } from '../../shared/model/attribute.ts'
import type { Change } from '../../shared/model/change.ts'
import { timeNow } from '../../shared/model/id.ts'
import { labelName, type Label } from '../../shared/model/label.ts'
import { removeAnnotations } from '../../shared/model/replacement.ts'
import { excerptOf } from '../../shared/text/excerpt.ts'
import { quoteOf, type Spans } from '../../shared/text/span.ts'
import type { Session } from '../store/session.ts'

/**
 * Changes some annotations of the open document as one act, which `summary` names by how many it changes: those that the
 * change leaves as they are are not touched. Gives that number.
 */
export function amend(
  session: Session,
  ids: readonly string[],
  summary: (count: number) => string,
  change: (annotation: Annotation) => Partial<Annotation>,
  others: readonly Change[] = [],
): number {
  const changes = annotationsOf(session, ids).flatMap((before): readonly Change[] => {
    const part = change(before)
    const same = Object.entries(part).every(
      ([key, value]) => JSON.stringify(Reflect.get(before, key)) === JSON.stringify(value),
    )
    if (same) return []
    return [{ entity: 'annotation', before, after: { ...before, ...part, updatedAt: timeNow() } }]
  })
  const recorded =
    changes.length > 0 && session.record(summary(changes.length), [...others, ...changes])
  return recorded ? changes.length : 0
}

export function relabel(session: Session, ids: readonly string[], label: Label): void {
  const state = session.store.getState()
  const [first] = annotationsOf(session, ids)
  const old = labelName(state.project?.labels ?? [], first?.label ?? '').toLowerCase()
  const count = amend(
    session,
    ids,
    (many) =>
      t(`commands:amending.relabel.${oneOrSeveral(ids)}`, {
        old,
        count: many,
        label: label.name.toLowerCase(),
      }),
    () => ({ label: label.id }),
  )
  if (count === 0 && ids.length > 1) {
    session.announce(t('commands:amending.labelledAlready', { label: label.name }))
  }
  if (count > 0) {
    session.announce(
      t(`commands:amending.labelNow.${oneOrSeveral(ids)}`, { count, label: label.name }),
    )
  }
}

/** Which text tells of an act on these: where several were meant, it says how many were changed. */
export function oneOrSeveral(things: readonly unknown[]): 'one' | 'several' {
  return things.length === 1 ? 'one' : 'several'
}

export function setNote(session: Session, id: string, note: string): void {
  const isEmpty = note.trim() === ''
  amend(
    session,
    [id],
    () => t(isEmpty ? 'commands:amending.deleteNote' : 'commands:amending.writeNote'),
    () => ({ note: isEmpty ? null : note }),
  )
}

/** Answers an attribute; `null` takes the answer away. `name` is the attribute's, for the history. */
export function setAttribute(
  session: Session,
  ids: readonly string[],
  { id, name }: { readonly id: string; readonly name: string },
  value: AttributeValue | null,
): void {
  const attribute = name.toLowerCase()
  amend(
    session,
    ids,
    (count) =>
      value === null
        ? t(`commands:amending.takeOutAttribute.${oneOrSeveral(ids)}`, { attribute, count })
        : t(`commands:amending.setAttribute.${oneOrSeveral(ids)}`, {
            attribute,
            count,
            value: excerptOf(attributeValueText(value)),
          }),
    ({ attributes }) => {
      const { [id]: _, ...others } = attributes
      return { attributes: value === null ? others : { ...others, [id]: value } }
    },
  )
}

/** Puts other spans under the annotation that is being worked on. */
export function respan(session: Session, spans: Spans): void {
  const { document, currentId } = session.store.getState()
  if (document === null || currentId === null) return
  amend(
    session,
    [currentId],
    () => t('commands:amending.moveBoundary'),
    () => ({ spans, quote: quoteOf(document.text, spans) }),
  )
}

/** Takes annotations out, with the relations at them. */
export function remove(session: Session, ids: readonly string[]): void {
  const { document, project } = session.store.getState()
  const annotations = annotationsOf(session, ids)
  const [first] = annotations
  if (document === null || first === undefined) return
  const amount = oneOrSeveral(annotations)
  const count = annotations.length
  const label = labelName(project?.labels ?? [], first.label).toLowerCase()
  const changes = [...removeAnnotations(annotations, document.relations)]
  if (!session.record(t(`commands:amending.delete.${amount}`, { count, label }), changes)) return
  session.announce(t(`commands:amending.deleted.${amount}`, { count }))
}

function annotationsOf(session: Session, ids: readonly string[]): readonly Annotation[] {
  const wanted = new Set(ids)
  const { document } = session.store.getState()
  return document?.annotations.filter(({ id }) => wanted.has(id)) ?? []
}
