import type { Annotation } from '../../shared/model/annotation.ts'
import type { AttributeValue } from '../../shared/model/attribute.ts'
import type { Change } from '../../shared/model/change.ts'
import { timeNow } from '../../shared/model/id.ts'
import type { Label } from '../../shared/model/label.ts'
import { removeAnnotations } from '../../shared/model/replacement.ts'
import { quoteOf, type Spans } from '../../shared/text/span.ts'
import type { Session } from '../store/session.ts'
import { countOf } from './amounts.ts'

/** Changes some annotations of the open document as one act. Those that the change leaves as they are are not touched. */
export function amend(
  session: Session,
  ids: readonly string[],
  summary: string,
  change: (annotation: Annotation) => Partial<Annotation>,
  others: readonly Change[] = [],
): boolean {
  const changes = annotationsOf(session, ids).flatMap((before): readonly Change[] => {
    const part = change(before)
    const same = Object.entries(part).every(
      ([key, value]) => JSON.stringify(Reflect.get(before, key)) === JSON.stringify(value),
    )
    if (same) return []
    return [{ entity: 'annotation', before, after: { ...before, ...part, updatedAt: timeNow() } }]
  })
  return changes.length > 0 && session.record(summary, [...others, ...changes])
}

export function relabel(session: Session, ids: readonly string[], label: Label): void {
  const many = ids.length === 1 ? '' : ` of ${countOf(ids.length, 'annotation')}`
  const changed = amend(session, ids, `Change label${many} to ${label.name.toLowerCase()}`, () => ({
    label: label.id,
  }))
  if (changed) session.announce(`Label is now ${label.name}.`)
}

export function setNote(session: Session, id: string, note: string): void {
  amend(session, [id], 'Write note', () => ({ note: note.trim() === '' ? null : note }))
}

/** Answers an attribute; `null` takes the answer away. `name` is the attribute's, for the history. */
export function setAttribute(
  session: Session,
  ids: readonly string[],
  { id, name }: { readonly id: string; readonly name: string },
  value: AttributeValue | null,
): void {
  amend(session, ids, `Set ${name.toLowerCase()}`, ({ attributes }) => {
    const { [id]: _, ...others } = attributes
    return { attributes: value === null ? others : { ...others, [id]: value } }
  })
}

/** Puts other spans under the annotation that is being worked on. */
export function respan(session: Session, spans: Spans): void {
  const { document, currentId } = session.store.getState()
  if (document === null || currentId === null) return
  amend(session, [currentId], 'Move boundary', () => ({
    spans,
    quote: quoteOf(document.text, spans),
  }))
}

/** Takes annotations out, with the relations at them. */
export function remove(session: Session, ids: readonly string[]): void {
  const { document } = session.store.getState()
  const annotations = annotationsOf(session, ids)
  if (document === null || annotations.length === 0) return
  const several = annotations.length > 1
  const what = several ? countOf(annotations.length, 'annotation') : 'annotation'
  const changes = removeAnnotations(annotations, document.relations)
  if (!session.record(`Delete ${what}`, changes)) return
  session.announce(`${several ? what : 'Annotation'} deleted.`)
}

function annotationsOf(session: Session, ids: readonly string[]): readonly Annotation[] {
  const wanted = new Set(ids)
  const { document } = session.store.getState()
  return document?.annotations.filter(({ id }) => wanted.has(id)) ?? []
}
