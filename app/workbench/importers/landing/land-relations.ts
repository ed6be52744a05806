import { t } from '../../../../shared/language/translate.ts'
import type { Relation } from '../../../../shared/model/relation.ts'
import type { Suggestion } from '../../../../shared/model/suggestion.ts'
import type { ForeignRelation } from '../foreign.ts'
import type { Told } from './landed.ts'
import { remark, type End, type Landing } from './landing.ts'

/**
 * Relations between annotations of one document. Where an end waits for review, the relation waits with it. An end that
 * is in another document is looked for by the id its source gives it, once everything has landed (`landDeferred`).
 */
export function landRelations(
  landing: Landing,
  foreign: readonly ForeignRelation[],
  ends: ReadonlyMap<string, End>,
  suggestions: readonly Suggestion[],
): {
  readonly relations: readonly Relation[]
  readonly suggestions: readonly Suggestion[]
  readonly told: readonly Told[]
} {
  const relations: Relation[] = []
  const waiting = new Map<string, Relation[]>()
  const told: Told[] = []
  for (const each of foreign) {
    const from = ends.get(each.from)
    const to = ends.get(each.to)
    if (from === undefined || to === undefined) {
      landing.deferred.push({ relation: each, from, to })
      continue
    }
    const refusal = refuseType(each)
    if (refusal !== null) {
      told.push(refusal)
      continue
    }
    landing.tagSet.useRelationType(each.type)
    const relation = { id: landing.idFor(each.id), type: each.type, from: from.id, to: to.id }
    if (!from.waits && !to.waits) {
      relations.push(relation)
      continue
    }
    for (const id of new Set([from, to].filter(({ waits }) => waits).map((end) => end.id))) {
      waiting.set(id, [...(waiting.get(id) ?? []), relation])
    }
    told.push(toldOf(each, 'review', t('remarks:relations.waits')))
  }
  return {
    relations,
    suggestions: suggestions.map((suggestion) => ({
      ...suggestion,
      relations: waiting.get(suggestion.id) ?? [],
    })),
    told,
  }
}

/** Relations between documents, once all of these have landed. */
export function landDeferred(landing: Landing): {
  readonly relations: readonly Relation[]
  readonly told: readonly Told[]
} {
  const relations: Relation[] = []
  const told: Told[] = []
  for (const { relation, from, to } of landing.deferred) {
    const ends = [from ?? landing.ends.get(relation.from), to ?? landing.ends.get(relation.to)]
    const [first, second] = ends
    const missing = first === undefined ? relation.from : relation.to
    const refusal =
      first === undefined || second === undefined
        ? toldOf(relation, 'refused', t('remarks:relations.leadsNowhere', { end: missing }))
        : first.waits || second.waits
          ? toldOf(relation, 'refused', t('remarks:relations.farWaits'))
          : refuseType(relation)
    if (refusal !== null || first === undefined || second === undefined) {
      if (refusal !== null) told.push(refusal)
      continue
    }
    landing.tagSet.useRelationType(relation.type)
    relations.push({
      id: landing.idFor(relation.id),
      type: relation.type,
      from: first.id,
      to: second.id,
    })
  }
  landing.deferred.length = 0
  return { relations, told }
}

function refuseType(relation: ForeignRelation): Told | null {
  if (relation.type !== '' && relation.type.isWellFormed()) return null
  return toldOf(relation, 'refused', t('remarks:relations.noType'))
}

function toldOf({ place, id }: ForeignRelation, outcome: Told['outcome'], reason: string): Told {
  const code = outcome === 'review' ? 'unlawful' : 'notFound'
  return { outcome, ...remark({ thing: 'relation', place, id, code, reason }) }
}
