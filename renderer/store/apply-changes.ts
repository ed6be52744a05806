import { compareAnnotations, type Annotation } from '../../shared/model/annotation.ts'
import type { Change } from '../../shared/model/change.ts'
import { countLeading } from '../../shared/text/binary-search.ts'

/** The annotations of one document after some changes, in reading order. The list is the same one if none concern it. */
export function applyToAnnotations(
  annotations: readonly Annotation[],
  changes: readonly Change[],
  documentId: string,
): readonly Annotation[] {
  return changes.reduce<readonly Annotation[]>((list, change) => {
    if (change.entity !== 'annotation') return list
    const concerns =
      change.before?.documentId === documentId || change.after?.documentId === documentId
    if (!concerns) return list
    const { before, after } = change
    const without = before === null ? list : list.filter(({ id }) => id !== before.id)
    return after?.documentId === documentId ? insert(without, after) : without
  }, annotations)
}

function insert(list: readonly Annotation[], annotation: Annotation): readonly Annotation[] {
  const known = list.findIndex(({ id }) => id === annotation.id)
  const others = known === -1 ? list : list.toSpliced(known, 1)
  const place = countLeading(others.length, (rank) => {
    const other = others[rank]
    return other !== undefined && compareAnnotations(other, annotation) < 0
  })
  return others.toSpliced(place, 0, annotation)
}
