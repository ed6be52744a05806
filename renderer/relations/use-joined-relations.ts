import { useMemo } from 'react'

import type { Annotation } from '../../shared/model/annotation.ts'
import type { Relation } from '../../shared/model/relation.ts'
import type { WorkbenchState } from '../store/state.ts'
import { useWorkbenchAfterPaint } from '../store/use-session.ts'

/** A relation and its two annotations, of which at least one is in the open document. */
export type Joined = {
  readonly relation: Relation
  readonly from: Annotation
  readonly to: Annotation
}

/** Every relation at the open document. The list stays the same one while no relation and no end of one changes. */
export function useJoinedRelations(): readonly Joined[] {
  const relations = useWorkbenchAfterPaint(({ document }) => document?.relations ?? [])
  const ends = useWorkbenchAfterPaint(endsOf)
  return useMemo(() => {
    const byId = new Map(ends.map((end) => [end.id, end]))
    return relations.flatMap((relation): readonly Joined[] => {
      const [from, to] = [byId.get(relation.from), byId.get(relation.to)]
      return from === undefined || to === undefined ? [] : [{ relation, from, to }]
    })
  }, [relations, ends])
}

/** The annotations that relations join. A tag anywhere else gives the same ones again. */
function endsOf({ document }: WorkbenchState): readonly Annotation[] {
  if (document === null || document.relations.length === 0) return []
  const wanted = new Set(document.relations.flatMap(({ from, to }) => [from, to]))
  return [...document.annotations.filter(({ id }) => wanted.has(id)), ...document.farAnnotations]
}
