import { isReference, type FeatureStructure } from './cas.ts'
import { shortName, typeNames, type TypeSystem } from './type-system.ts'

/** What feature structures of a CAS are to an annotator. */
export type Layer =
  /** Says something of the document as a whole. */
  | { readonly kind: 'document' }
  /** Somebody's annotation. */
  | { readonly kind: 'span' }
  /** Leads from one annotation to another, by two features. */
  | { readonly kind: 'relation'; readonly from: string; readonly to: string }
  /** Divides the text, or keeps the books of a tool. */
  | { readonly kind: 'structure' }
  /** Has no place in the text by itself. */
  | { readonly kind: 'other' }

/** DKPro Core and INCEpTION keep tokens, sentences, tag sets, page layout and the like in these packages. */
const structurePackages = [
  'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.',
  'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.',
  'de.tudarmstadt.ukp.clarin.webanno.api.type.',
  'org.dkpro.core.api.xml.type.',
  'org.dkpro.core.api.pdf.type.',
]

const documentTypes: readonly string[] = [
  typeNames.documentAnnotation,
  'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData',
]

/**
 * How relation layers name their ends: in INCEpTION and WebAnno always the first way (WebAnnoConst.java), in other type
 * systems often the others.
 */
const relationEnds = [
  ['Governor', 'Dependent'],
  ['Source', 'Target'],
  ['source', 'target'],
] as const

/**
 * The layer of a feature structure. Its type decides where a type system describes it, otherwise its features do. Tokens
 * and sentences are nobody's annotations, whoever describes them.
 */
export function layerOf(types: TypeSystem, { type, features }: FeatureStructure): Layer {
  if (documentTypes.some((ancestor) => type === ancestor || types.isA(type, ancestor))) {
    return { kind: 'document' }
  }
  const name = shortName(type)
  const structural =
    structurePackages.some((each) => type.startsWith(each)) ||
    name === 'Token' ||
    name === 'Sentence'
  const anchored = types.has(type)
    ? types.isA(type, typeNames.annotation)
    : features.has('sofa') && features.has('begin') && features.has('end')
  if (structural && anchored) return { kind: 'structure' }
  const ends = relationEnds.find((pair) => pair.every((end) => isReference(features.get(end))))
  if (ends !== undefined) return { kind: 'relation', from: ends[0], to: ends[1] }
  return { kind: anchored ? 'span' : 'other' }
}

/** Features whose value is what an annotator chose from a tag set, in DKPro Core and by custom. */
const labelFeatures = ['value', 'label', 'PosValue', 'DependencyType']

/** As long as a label may be, in UTF-16 code units. */
const longestLabel = 100

/**
 * What an annotation is labelled with. Where its layer has a tag, in a feature `value`, `label`, `PosValue` or
 * `DependencyType`, that is the label, as INCEpTION shows it on the page: a NamedEntity with the value PER is “PER”. A layer
 * without one is its own label, by the short name of its type: a `webanno.custom.Claim` is “Claim”.
 */
export function labelOf(
  { type, features }: FeatureStructure,
  layerName: string = shortName(type),
): { readonly label: string; readonly feature: string | null } {
  for (const feature of labelFeatures) {
    const value = features.get(feature)
    if (typeof value !== 'string' || value.trim() === '') continue
    if (value.length <= longestLabel && !/[\r\n]/.test(value)) return { label: value, feature }
  }
  return { label: layerName, feature: null }
}
