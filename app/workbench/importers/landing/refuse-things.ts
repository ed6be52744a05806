import type { Remark } from '../../../../shared/exchange/remark.ts'
import type { ForeignDocument } from '../foreign.ts'
import { aboutAnnotation } from './land-annotation.ts'
import type { LandedWithReport, Told } from './landed.ts'
import { remark } from './landing.ts'

type Things = Pick<
  ForeignDocument,
  'place' | 'annotations' | 'relations' | 'suggestions' | 'refused'
>

/** How much hangs on a document as its source has it, with what could not be read of it. */
export function countsOf(foreign: Things): Omit<LandedWithReport['counts'], 'documents'> {
  const refused = (thing: Told['thing']) =>
    foreign.refused.filter((each) => each.thing === thing).length
  const predicted = foreign.annotations.filter((each) => each.predicted !== null).length
  return {
    annotations: foreign.annotations.length - predicted + refused('annotation'),
    relations: foreign.relations.length + refused('relation'),
    suggestions: predicted + (foreign.suggestions?.length ?? 0) + refused('suggestion'),
  }
}

/** Refuses everything that hangs on a document, a thing at a time. */
export function refuseThings(
  foreign: Things,
  words: Pick<Remark, 'code' | 'reason'>,
): readonly Told[] {
  const { annotations, relations, suggestions = [], place } = foreign
  return [
    ...foreign.refused,
    ...annotations.map((each) => remark({ ...aboutAnnotation(each), ...words })),
    ...relations.map((each) =>
      remark({ thing: 'relation', place: each.place, id: each.id, ...words }),
    ),
    ...suggestions.map(({ id }) => remark({ thing: 'suggestion', place, id, ...words })),
  ].map((each): Told => ({ outcome: 'refused', ...each }))
}
