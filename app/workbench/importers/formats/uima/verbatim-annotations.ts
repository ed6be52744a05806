import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import type { AttributeValue } from '../../../../../shared/model/attribute.ts'
import { attributeIn } from '../../../exporters/formats/uima/attribute-features.ts'
import { takenSpanFeatures, verbatimTypes } from '../../../exporters/formats/uima/verbatim-types.ts'
import type { ForeignAnnotation, ForeignRelation } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import { plainAnnotation } from '../../plain-annotation.ts'
import { isReference, type FeatureStructure, type Reference, type Targets } from './cas.ts'
import { spanOf, type Taken } from './foreign-annotations.ts'

type Follow = (reference: Reference) => Targets

/** Reads back what `exporters/formats/uima` writes: pieces joined to annotations again, relations, ids and all. */
export function takeVerbatim(structures: readonly FeatureStructure[], follow: Follow): Taken {
  const ofType = (type: string) => structures.filter((each) => each.type === type)
  const spans = ofType(verbatimTypes.span)
  const chains = chainsOf(spans, ofType(verbatimTypes.continuation), follow)
  const relations: ForeignRelation[] = []
  const refused: Remark[] = [...chains.refused]
  for (const relation of ofType(verbatimTypes.relation)) {
    const from = chains.headOf.get(endOf(relation, 'Governor', follow) ?? '')
    const to = chains.headOf.get(endOf(relation, 'Dependent', follow) ?? '')
    if (from === undefined || to === undefined) refused.push(endless(relation))
    else relations.push({ ...relationOf(relation), from, to })
  }
  for (const relation of ofType(verbatimTypes.farRelation)) {
    const from = chains.headOf.get(endOf(relation, 'source', follow) ?? '')
    const to = textIn(relation, 'target')
    if (from === undefined || to === null) refused.push(endless(relation))
    else relations.push({ ...relationOf(relation), from, to })
  }
  const annotations = chains.chains.flatMap((chain) => annotationOf(chain, follow))
  return { annotations, relations, refused }
}

type Chains = {
  /** Each with its pieces in order. */
  readonly chains: readonly (readonly FeatureStructure[])[]
  /** Id of the first piece, by that of any. */
  readonly headOf: ReadonlyMap<string, string>
  readonly refused: readonly Remark[]
}

/** A piece has one before it and one after it at most; what would make it more is refused, and so are circles. */
function chainsOf(
  spans: readonly FeatureStructure[],
  continuations: readonly FeatureStructure[],
  follow: Follow,
): Chains {
  const byId = new Map(spans.map((span) => [span.id, span]))
  const next = new Map<string, FeatureStructure>()
  const continued = new Set<string>()
  const refused: Remark[] = []
  for (const continuation of continuations) {
    const from = endOf(continuation, 'Governor', follow) ?? ''
    const to = byId.get(endOf(continuation, 'Dependent', follow) ?? '')
    if (!byId.has(from) || to === undefined || next.has(from) || continued.has(to.id)) {
      refused.push(tangled(continuation, 'other', t('remarks:uima.joinsNothing')))
    } else {
      next.set(from, to)
      continued.add(to.id)
    }
  }
  const headOf = new Map<string, string>()
  const chains = spans
    .filter(({ id }) => !continued.has(id))
    .map((head) => {
      const chain: FeatureStructure[] = []
      for (let piece: FeatureStructure | undefined = head; piece !== undefined;) {
        chain.push(piece)
        headOf.set(piece.id, head.id)
        piece = next.get(piece.id)
      }
      return chain
    })
  for (const span of spans) {
    if (!headOf.has(span.id)) {
      refused.push(tangled(span, 'annotation', t('remarks:uima.circle')))
    }
  }
  return { chains, headOf, refused }
}

function annotationOf(
  chain: readonly FeatureStructure[],
  follow: Follow,
): readonly ForeignAnnotation[] {
  const [head] = chain
  if (head === undefined) return []
  const attributes = new Map<string, AttributeValue>()
  for (const [name, value] of head.features) {
    if (takenSpanFeatures.has(name)) continue
    const [id, read] = attributeIn(name, isReference(value) ? follow(value).texts : value)
    attributes.set(id, read)
  }
  return [
    {
      ...plainAnnotation,
      key: head.id,
      place: head.place,
      id: textIn(head, 'id'),
      label: textIn(head, 'label') ?? '',
      spans: chain.map(spanOf),
      speakers: textsIn(head, 'speakers', follow),
      attributes: Object.fromEntries(attributes),
      note: textIn(head, 'note'),
      annotator: textIn(head, 'annotator'),
      createdAt: textIn(head, 'createdAt'),
      updatedAt: textIn(head, 'updatedAt'),
    },
  ]
}

function relationOf(relation: FeatureStructure) {
  const { place } = relation
  return { place, id: textIn(relation, 'id'), type: textIn(relation, 'relationType') ?? '' }
}

function endOf({ features }: FeatureStructure, name: string, follow: Follow): string | null {
  const reference = features.get(name)
  return isReference(reference) ? (follow(reference).structures[0]?.id ?? null) : null
}

/** A feature that holds a string; `null` where it has none. */
export function textIn({ features }: FeatureStructure, name: string): string | null {
  const value = features.get(name)
  return value === undefined || typeof value === 'object' ? null : String(value)
}

/** The strings of an array, in place or referred to. */
export function textsIn(
  { features }: FeatureStructure,
  name: string,
  follow: Follow,
): readonly string[] {
  const value = features.get(name)
  if (isReference(value)) return follow(value).texts
  if (typeof value === 'object') return value
  return value === undefined || value === '' ? [] : [String(value)]
}

function endless({ place, id }: FeatureStructure): Remark {
  const reason = t('remarks:uima.endless')
  return remark({ thing: 'relation', place, id, code: 'malformed', reason })
}

function tangled({ place, id }: FeatureStructure, thing: 'annotation' | 'other', reason: string) {
  return remark({ thing, place, id, code: 'malformed', reason })
}
