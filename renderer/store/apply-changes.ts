import { compareAnnotations, type Annotation } from '../../shared/model/annotation.ts'
import { changesOf, type Change } from '../../shared/model/change.ts'
import { countLeading } from '../../shared/text/binary-search.ts'

/** Above this many changes at once, sorting the list anew costs less than finding each its place. */
const fewChanges = 16

/** The annotations of one document after some changes, in reading order. The list is the same one if none concern it. */
export function applyToAnnotations(
  annotations: readonly Annotation[],
  changes: readonly Change[],
  documentId: string,
): readonly Annotation[] {
  const own = changesOf(changes, 'annotation').filter(
    ({ before, after }) => before?.documentId === documentId || after?.documentId === documentId,
  )
  if (own.length === 0) return annotations
  const latest = new Map<string, Annotation | null>()
  for (const { before, after } of own) {
    const id = (after ?? before)?.id
    if (id !== undefined) latest.set(id, after?.documentId === documentId ? after : null)
  }
  const others = annotations.filter(({ id }) => !latest.has(id))
  const present = [...latest.values()].filter((annotation) => annotation !== null)
  if (present.length > fewChanges) return [...others, ...present].toSorted(compareAnnotations)
  return present.reduce<readonly Annotation[]>(insert, others)
}

function insert(list: readonly Annotation[], annotation: Annotation): readonly Annotation[] {
  const place = countLeading(list.length, (rank) => {
    const other = list[rank]
    return other !== undefined && compareAnnotations(other, annotation) < 0
  })
  return list.toSpliced(place, 0, annotation)
}

/** A list of things by id, in any order, after the changes of one kind that concern it. The same list if there are none. */
export function applyById<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  changes: readonly { readonly before: Thing | null; readonly after: Thing | null }[],
): readonly Thing[] {
  if (changes.length === 0) return things
  const byId = new Map(things.map((thing) => [thing.id, thing]))
  for (const { before, after } of changes) {
    if (after !== null) byId.set(after.id, after)
    else if (before !== null) byId.delete(before.id)
  }
  return [...byId.values()]
}
