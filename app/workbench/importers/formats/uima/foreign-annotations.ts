import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import type { AttributeValue } from '../../../../../shared/model/attribute.ts'
import type { ForeignAnnotation, ForeignRelation, ForeignSpan } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import { plainAnnotation } from '../../plain-annotation.ts'
import { isReference, type FeatureStructure, type Reference, type Targets } from './cas.ts'
import type { CountedRemarks } from './count-remarks.ts'
import { labelOf } from './layers.ts'
import { shortName } from './type-system.ts'

/** What annotations of one view become. */
export type Taken = {
  readonly annotations: readonly ForeignAnnotation[]
  readonly relations: readonly ForeignRelation[]
  readonly refused: readonly Remark[]
}

export type Surroundings = {
  /** Names of layers by type. */
  readonly layerName: (type: string) => string
  readonly follow: (reference: Reference) => Targets
  /** Ids of all that is an annotation of this view, and so can be the end of a relation. */
  readonly ends: ReadonlySet<string>
  /** Types whose feature structures divide the text or keep the books of a tool. */
  readonly isLeftOut: (structure: FeatureStructure) => boolean
  readonly counted: CountedRemarks
  /** Told of what was read as a part of something else. */
  readonly consume: (structure: FeatureStructure) => void
}

/** Where every annotation says its place; no attributes. */
const placeFeatures: ReadonlySet<string> = new Set(['sofa', 'begin', 'end'])

/** Annotations of span layers, and relations of their features that refer to other annotations. */
export function takeSpans(spans: readonly FeatureStructure[], surroundings: Surroundings): Taken {
  const annotations: ForeignAnnotation[] = []
  const relations: ForeignRelation[] = []
  const refused: Remark[] = []
  for (const structure of spans) {
    const { label, feature: labelFeature } = labelOf(
      structure,
      surroundings.layerName(structure.type),
    )
    const attributes = new Map<string, AttributeValue>()
    for (const [name, value] of structure.features) {
      if (placeFeatures.has(name) || name === labelFeature) continue
      if (!isReference(value)) attributes.set(name, value)
      else {
        const targets = surroundings.follow(value)
        if (targets.texts.length > 0 || isEmptyList(value, targets)) {
          attributes.set(name, targets.texts)
        }
        const found = relationsTo(structure, name, targets, surroundings)
        for (const relation of found.relations) relations.push(relation)
        for (const each of found.refused) refused.push(each)
      }
    }
    if (labelFeature !== null) {
      const name = attributes.has('layer') ? 'UIMA layer' : 'layer'
      attributes.set(name, surroundings.layerName(structure.type))
    }
    annotations.push({
      ...plainAnnotation,
      key: structure.id,
      place: structure.place,
      label,
      spans: [spanOf(structure)],
      attributes: Object.fromEntries(attributes),
    })
  }
  return { annotations, relations, refused }
}

/** Not a number where it says none, which is outside every text. */
export function spanOf({ features }: FeatureStructure): ForeignSpan {
  const [start, end] = ['begin', 'end'].map((name) => {
    const offset = features.get(name)
    return typeof offset === 'number' ? offset : Number.NaN
  })
  return { start: start ?? Number.NaN, end: end ?? Number.NaN }
}

/** A reference to an array without anything in it. */
function isEmptyList({ ids }: Reference, { structures, missing }: Targets): boolean {
  return ids.some((id) => id !== '0') && structures.length === 0 && missing.length === 0
}

/**
 * What a feature of an annotation refers to: other annotations, straight or through links with a role as INCEpTION has them
 * for slots, are relations. A slot is called by its role, anything else by the name of the feature.
 */
function relationsTo(
  structure: FeatureStructure,
  feature: string,
  { structures, missing }: Targets,
  surroundings: Surroundings,
): Pick<Taken, 'relations' | 'refused'> {
  const { place, id } = structure
  const relations: ForeignRelation[] = []
  const layer = surroundings.layerName(structure.type)
  for (const target of structures) {
    const link = surroundings.ends.has(target.id) ? null : linkIn(target, surroundings)
    const end = link?.target ?? target
    if (surroundings.ends.has(end.id)) {
      if (link !== null) surroundings.consume(target)
      const type = link === null || link.role === '' ? feature : link.role
      relations.push({ place, id: null, type, from: id, to: end.id })
    } else surroundings.counted.add('lostReference', { name: layer, feature }, place)
  }
  const refused = missing.map((gone) =>
    remark({
      thing: 'relation',
      place,
      id,
      code: 'malformed',
      reason: t('remarks:uima.missing', { feature }),
      expected: gone,
    }),
  )
  return { relations, refused }
}

/** A feature structure with one string and one reference: a slot's role and what fills it. */
function linkIn(
  { features }: FeatureStructure,
  { follow }: Surroundings,
): { readonly role: string; readonly target: FeatureStructure } | null {
  if (features.has('begin')) return null
  const references = [...features.values()].filter(isReference)
  const [reference] = references
  if (reference === undefined || references.length > 1) return null
  const [target] = follow(reference).structures
  if (target === undefined) return null
  const role =
    features.get('role') ?? [...features.values()].find((each) => typeof each === 'string')
  return { role: typeof role === 'string' ? role : '', target }
}

/** Relations of layers that have two features for their ends. */
export function takeRelations(
  structures: readonly (readonly [FeatureStructure, from: string, to: string])[],
  surroundings: Surroundings,
): Pick<Taken, 'relations' | 'refused'> {
  const relations: ForeignRelation[] = []
  const refused: Remark[] = []
  for (const [structure, from, to] of structures) {
    const layer = shortName(structure.type)
    const { label, feature } = labelOf(structure, surroundings.layerName(structure.type))
    const ends = [from, to].map((name) => endOf(structure, name, surroundings))
    const [first, second] = ends
    if (typeof first === 'string' && typeof second === 'string') {
      const { place } = structure
      relations.push({ place, id: null, type: label, from: first, to: second })
      tellFeatures(structure, [from, to, feature], layer, surroundings.counted)
    } else if (!ends.includes(undefined)) {
      surroundings.counted.add('relationLeftOut', { name: layer }, structure.place)
    } else {
      refused.push(
        remark({
          thing: 'relation',
          place: structure.place,
          id: structure.id,
          code: 'malformed',
          reason: t('remarks:uima.noEnds'),
        }),
      )
    }
  }
  return { relations, refused }
}

/** The annotation at an end; `null` where that was left out, `undefined` where there is none. */
function endOf(
  { features }: FeatureStructure,
  name: string,
  { follow, ends, isLeftOut }: Surroundings,
): string | null | undefined {
  const reference = features.get(name)
  const targets = isReference(reference) ? follow(reference).structures : []
  const [target] = targets
  if (targets.length !== 1 || target === undefined) return undefined
  if (ends.has(target.id)) return target.id
  return isLeftOut(target) ? null : undefined
}

function tellFeatures(
  { features, place }: FeatureStructure,
  read: readonly (string | null)[],
  layer: string,
  counted: CountedRemarks,
): void {
  for (const name of features.keys()) {
    if (placeFeatures.has(name) || read.includes(name)) continue
    counted.add('relationFeature', { name: layer, feature: name }, place)
  }
}
