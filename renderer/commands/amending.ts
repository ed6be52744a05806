import type { Annotation } from '../../shared/model/annotation.ts'
import { attributeValueText, type AttributeValue } from '../../shared/model/attribute.ts'
import type { Change } from '../../shared/model/change.ts'
import { timeNow } from '../../shared/model/id.ts'
import { labelName, type Label } from '../../shared/model/label.ts'
import { removeAnnotations } from '../../shared/model/replacement.ts'
import { excerptOf } from '../../shared/text/excerpt.ts'
import { quoteOf, type Spans } from '../../shared/text/span.ts'
import type { Session } from '../store/session.ts'
import { countOf } from './amounts.ts'

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
      `Relabel ${ids.length === 1 ? old : countOf(many, 'annotation')} as ${label.name.toLowerCase()}`,
    () => ({ label: label.id }),
  )
  if (count === 0 && ids.length > 1) session.announce(`All are labelled ${label.name} already.`)
  if (count > 0) session.announce(`Label${ofSeveral(ids, count)} is now ${label.name}.`)
}

/** Which annotations an act on these changed: ` of 12 annotations`; nothing where only one was meant. */
export function ofSeveral(ids: readonly string[], count: number): string {
  return ids.length === 1 ? '' : ` of ${countOf(count, 'annotation')}`
}

export function setNote(session: Session, id: string, note: string): void {
  const isEmpty = note.trim() === ''
  amend(
    session,
    [id],
    () => (isEmpty ? 'Delete note' : 'Write note'),
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
  const what = name.toLowerCase()
  amend(
    session,
    ids,
    (count) =>
      value === null
        ? `Take out ${what}${ofSeveral(ids, count)}`
        : `Set ${what}${ofSeveral(ids, count)} to ${excerptOf(attributeValueText(value))}`,
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
    () => 'Move boundary',
    () => ({ spans, quote: quoteOf(document.text, spans) }),
  )
}

/** Takes annotations out, with the relations at them. */
export function remove(session: Session, ids: readonly string[]): void {
  const { document, project } = session.store.getState()
  const annotations = annotationsOf(session, ids)
  const [first] = annotations
  if (document === null || first === undefined) return
  const several = annotations.length > 1
  const what = countOf(annotations.length, 'annotation')
  const label = labelName(project?.labels ?? [], first.label).toLowerCase()
  const changes = removeAnnotations(annotations, document.relations)
  if (!session.record(`Delete ${several ? what : label}`, changes)) return
  session.announce(`${several ? what : 'Annotation'} deleted.`)
}

function annotationsOf(session: Session, ids: readonly string[]): readonly Annotation[] {
  const wanted = new Set(ids)
  const { document } = session.store.getState()
  return document?.annotations.filter(({ id }) => wanted.has(id)) ?? []
}
