import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { withoutStandIns } from '../../../../../shared/exchange/xml-characters.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { verbatimTypes } from '../../../exporters/formats/uima/verbatim-types.ts'
import type { ForeignAnnotation, Reading } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import {
  followReferences,
  isReference,
  type Cas,
  type FeatureStructure,
  type Reference,
  type Sofa,
  type Targets,
} from './cas.ts'
import { countRemarks, type CountedRemarks } from './count-remarks.ts'
import { takeRelations, takeSpans, type Surroundings } from './foreign-annotations.ts'
import { layerOf, type Layer } from './layers.ts'
import { metadataOf, standInsIn } from './metadata.ts'
import { shortName } from './type-system.ts'
import { utf16OffsetsOf } from './utf8-offsets.ts'
import { takeVerbatim, textIn } from './verbatim-annotations.ts'
import { isVerbatim } from './verbatim-names.ts'

/** Everything in a CAS: each view with a text is a document, and what has no place in one is told of. */
export function* readingsOf(cas: Cas): Generator<Reading> {
  for (const each of cas.refused) yield { kind: 'refused', remark: each }
  for (const each of cas.changed) yield { kind: 'changed', remark: each }
  const layers = new Map(cas.structures.map((each) => [each, layerOf(cas.types, each)]))
  const views = viewsOf(cas, layers)
  if (cas.sofas.length === 0) yield { kind: 'refused', remark: noSofa() }
  const withText = cas.sofas.filter(({ text }) => text !== null && text !== '')
  const consumed = new Set<FeatureStructure>()
  const layerName = layerNames(cas.structures, layers)
  const follow = followReferences(cas)
  for (const sofa of withText) {
    const structures = views.get(sofa.id) ?? []
    const place = withText.length > 1 ? `view ${sofa.name}` : null
    yield documentOf(cas, sofa, { structures, layers, place, layerName, follow, consumed })
  }
  yield* withoutText(cas, views, layers)
  yield* unplaced(cas, layers, consumed, withText.length > 0)
}

function noSofa(): Remark {
  return remark({
    thing: 'document',
    code: 'empty',
    reason: t('remarks:uima.noSofa'),
  })
}

type Layers = ReadonlyMap<FeatureStructure, Layer>

/** What is anchored in each view, by the id of its sofa. */
function viewsOf({ structures }: Cas, layers: Layers): ReadonlyMap<string, FeatureStructure[]> {
  const views = new Map<string, FeatureStructure[]>()
  for (const structure of structures) {
    const sofa = sofaOf(structure)
    if (sofa === null || layers.get(structure)?.kind === 'other') continue
    const view = views.get(sofa)
    if (view === undefined) views.set(sofa, [structure])
    else view.push(structure)
  }
  return views
}

function sofaOf({ features }: FeatureStructure): string | null {
  const sofa = features.get('sofa')
  return isReference(sofa) ? (sofa.ids[0] ?? null) : null
}

/** Short names of types, and full ones where a CAS has annotations of two types with the same short name. */
function layerNames(structures: readonly FeatureStructure[], layers: Layers) {
  const types = new Set(
    structures.filter((each) => layers.get(each)?.kind === 'span').map(({ type }) => type),
  )
  const counts = new Map<string, number>()
  for (const type of types) counts.set(shortName(type), (counts.get(shortName(type)) ?? 0) + 1)
  return (type: string) => ((counts.get(shortName(type)) ?? 0) > 1 ? type : shortName(type))
}

type View = {
  readonly structures: readonly FeatureStructure[]
  readonly layers: Layers
  readonly place: string | null
  readonly layerName: (type: string) => string
  readonly follow: (reference: Reference) => Targets
  readonly consumed: Set<FeatureStructure>
}

function documentOf(
  cas: Cas,
  sofa: Sofa,
  { structures, layers, place, layerName, follow, consumed }: View,
): Reading {
  const counted = countRemarks()
  const ofKind = (kind: Layer['kind']) =>
    structures.filter((each) => layers.get(each)?.kind === kind && !isVerbatim(each.type))
  const spans = ofKind('span')
  const surroundings: Surroundings = {
    layerName,
    follow,
    ends: new Set(spans.map(({ id }) => id)),
    isLeftOut: (structure) => layers.get(structure)?.kind === 'structure',
    counted,
    consume: (structure) => consumed.add(structure),
  }
  const own = takeVerbatim(ownStructures(cas, structures), surroundings.follow)
  const foreign = takeSpans(spans, surroundings)
  const joined = structures.flatMap((structure) => {
    const layer = layers.get(structure)
    if (layer?.kind !== 'relation' || isVerbatim(structure.type)) return []
    return [[structure, layer.from, layer.to] as const]
  })
  const related = takeRelations(joined, surroundings)
  tellLeftOut(cas, [...ofKind('structure'), ...spans], surroundings, counted)
  const documents = structures.filter((each) => layers.get(each)?.kind === 'document')
  const metadata = metadataOf(documents, surroundings.follow)
  const annotations = [...own.annotations, ...foreign.annotations]
  const text = withoutStandIns(sofa.text ?? '', standInsIn(documents))
  const id = documents.find(({ type }) => type === verbatimTypes.document)
  return {
    kind: 'document',
    document: {
      place,
      id: id === undefined ? null : textIn(id, 'id'),
      metadata,
      text,
      decoding: cas.decoding,
      offsetUnit: cas.unit === 'UTF-32' ? 'codePoint' : 'utf16',
      quoteForm: 'exact',
      annotations: cas.unit === 'UTF-8' ? inUtf16(annotations, text) : annotations,
      relations: [...own.relations, ...foreign.relations, ...related.relations],
      provenance: null,
      refused: [...own.refused, ...foreign.refused, ...related.refused],
      changed: counted.remarks(),
    },
  }
}

/** Those of a view, and those without a place whose beginning is in it. */
function ownStructures(
  cas: Cas,
  structures: readonly FeatureStructure[],
): readonly FeatureStructure[] {
  const own = structures.filter(({ type }) => isVerbatim(type))
  const ids = new Set(own.map(({ id }) => id))
  const far = cas.structures.filter(({ type, features }) => {
    const source = features.get('source')
    return (
      type === verbatimTypes.farRelation &&
      isReference(source) &&
      source.ids.some((id) => ids.has(id))
    )
  })
  return [...own.filter(({ type }) => type !== verbatimTypes.farRelation), ...far]
}

function tellLeftOut(
  cas: Cas,
  structures: readonly FeatureStructure[],
  { isLeftOut }: Surroundings,
  counted: CountedRemarks,
): void {
  for (const structure of structures) {
    const name = shortName(structure.type)
    if (isLeftOut(structure)) {
      counted.add('leftOut', { name }, structure.place)
      continue
    }
    if (!cas.indexed.has(structure.id)) counted.add('unindexed', { name }, structure.place)
    if (!cas.types.has(structure.type)) counted.add('undescribed', { name }, structure.place)
  }
}

function inUtf16(
  annotations: readonly ForeignAnnotation[],
  text: string,
): readonly ForeignAnnotation[] {
  const spans = annotations.flatMap((annotation) => annotation.spans ?? [])
  const offsets = utf16OffsetsOf(
    text,
    spans.flatMap(({ start, end }) => [start, end]),
  )
  const carried = (offset: number) => offsets.get(offset) ?? Number.NaN
  return annotations.map((annotation) => ({
    ...annotation,
    spans: (annotation.spans ?? []).map(({ start, end }) => ({
      start: carried(start),
      end: carried(end),
    })),
  }))
}

/** Views that hold no text in the file, and annotations that are in one of these or in none. */
function* withoutText(
  { sofas }: Cas,
  views: ReadonlyMap<string, readonly FeatureStructure[]>,
  layers: Layers,
): Generator<Reading> {
  const texts = new Set(sofas.flatMap(({ id, text }) => (text === null || text === '' ? [] : [id])))
  for (const sofa of sofas) {
    if (texts.has(sofa.id)) continue
    const { id, name, place, uri } = sofa
    const bare = uri === null && (views.get(id) ?? []).length === 0 && texts.size > 0
    const reason =
      uri === null
        ? t('remarks:uima.viewWithoutText', { name })
        : t('remarks:uima.viewElsewhere', { name, address: uri.slice(0, 200) })
    const about = { thing: 'document', place, id, code: 'empty', reason } as const
    yield bare
      ? { kind: 'changed', remark: remark({ ...about, thing: 'other' }) }
      : { kind: 'refused', remark: remark(about) }
  }
  for (const [sofa, structures] of views) {
    if (texts.has(sofa)) continue
    for (const structure of structures) {
      const thing = thingOf(structure, layers)
      if (thing !== null) yield { kind: 'refused', remark: nowhere(structure, thing) }
    }
  }
}

function thingOf(structure: FeatureStructure, layers: Layers): 'annotation' | 'relation' | null {
  const kind = layers.get(structure)?.kind
  return kind === 'span' ? 'annotation' : kind === 'relation' ? 'relation' : null
}

function nowhere({ place, id }: FeatureStructure, thing: 'annotation' | 'relation'): Remark {
  const reason = t('remarks:uima.noViewText')
  return remark({ thing, place, id, code: 'empty', reason })
}

/** Feature structures that are in no text: arrays and lists are counted with those that refer to them. */
function* unplaced(
  cas: Cas,
  layers: Layers,
  consumed: ReadonlySet<FeatureStructure>,
  hasText: boolean,
): Generator<Reading> {
  const counted = countRemarks()
  for (const structure of cas.structures) {
    const kind = layers.get(structure)?.kind
    const { type, place } = structure
    if (kind !== 'other' && sofaOf(structure) === null && kind !== 'document') {
      yield {
        kind: 'refused',
        remark: nowhere(structure, kind === 'relation' ? 'relation' : 'annotation'),
      }
    } else if (kind === 'other' && !consumed.has(structure) && !isRead(structure, cas, hasText)) {
      counted.add('noAnnotation', { name: shortName(type) }, place)
    }
  }
  for (const each of counted.remarks()) yield { kind: 'changed', remark: each }
}

/** Relations of Verbatim's own, and the arrays of what was read. */
function isRead({ type, id }: FeatureStructure, cas: Cas, hasText: boolean): boolean {
  if (isVerbatim(type)) return hasText
  return /(?:Array|List|\[\])$/.test(type) && !cas.indexed.has(id)
}
