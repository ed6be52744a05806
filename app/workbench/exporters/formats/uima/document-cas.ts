import type { Thing } from '../../../../../shared/exchange/remark.ts'
import { extentOf, type Span } from '../../../../../shared/text/span.ts'
import type { DatasetAnnotation, DatasetDocument } from '../../dataset.ts'
import type { DatasetRelation } from '../../export-format.ts'
import { featureOf } from './attribute-features.ts'
import { verbatimTypes } from './verbatim-types.ts'

/** What a feature holds: a string, a number, strings, or another feature structure by its id. */
export type CasValue = string | number | readonly string[] | { readonly to: number }

export type CasStructure = {
  readonly id: number
  readonly type: string
  readonly features: readonly (readonly [name: string, value: CasValue])[]
  /** What of the project it stands for, for reports. */
  readonly about: { readonly thing: Thing; readonly id: string }
}

/** A document as the feature structures of a CAS with one view. Offsets are UTF-16 code units, as UIMA counts. */
export type DocumentCas = {
  readonly text: string
  readonly sofaId: number
  /** In order of ids; the text itself, with the id `sofaId`, comes before them. */
  readonly structures: readonly CasStructure[]
  /** Names of the features that hold attributes. */
  readonly attributes: ReadonlySet<string>
  readonly nextId: number
}

const sofaId = 1
const sofa = ['sofa', { to: sofaId }] as const

/** `names` are those of the speakers by id. */
export function casOf(
  document: DatasetDocument,
  relations: readonly DatasetRelation[],
  names: ReadonlyMap<string, string>,
): DocumentCas {
  const structures: CasStructure[] = []
  const attributes = new Set<string>()
  const heads = new Map<string, { readonly id: number; readonly extent: Span }>()

  function add(
    type: string,
    about: CasStructure['about'],
    features: readonly (readonly [string, CasValue | null])[],
  ): number {
    const id = sofaId + 1 + structures.length
    const present = features.flatMap(([name, value]) =>
      value === null ? [] : [[name, value] as const],
    )
    structures.push({ id, type, about, features: present })
    return id
  }

  add(verbatimTypes.document, { thing: 'document', id: document.id }, documentFeatures(document))

  for (const annotation of document.annotations) {
    const about = { thing: 'annotation', id: annotation.id } as const
    const own = annotationFeatures(annotation, names)
    for (const [name] of own.attributes) attributes.add(name)
    let last: number | null = null
    for (const { start, end } of annotation.spans) {
      const place = [sofa, ['begin', start], ['end', end]] as const
      const id: number = add(verbatimTypes.span, about, [
        ...place,
        ['label', annotation.label],
        ...(last === null ? [...own.fixed, ...own.attributes] : []),
      ])
      if (last === null) heads.set(annotation.id, { id, extent: { start, end } })
      else add(verbatimTypes.continuation, about, [...place, ...endsOf(last, id)])
      last = id
    }
  }

  for (const { id, type, from, to, far } of relations) {
    const about = { thing: 'relation', id } as const
    const source = heads.get(from)
    const target = heads.get(to)
    const own = [
      ['relationType', type],
      ['id', id],
    ] as const
    if (source === undefined) continue
    if (far !== null || target === undefined) {
      const ends = [
        ['source', { to: source.id }],
        ['target', to],
      ] as const
      add(verbatimTypes.farRelation, about, [...ends, ...own])
    } else {
      const { start, end } = extentOf([target.extent])
      const place = [sofa, ['begin', start], ['end', end]] as const
      add(verbatimTypes.relation, about, [...place, ...endsOf(source.id, target.id), ...own])
    }
  }

  const nextId = sofaId + 1 + structures.length
  return { text: document.text, sofaId, structures, attributes, nextId }
}

function endsOf(from: number, to: number) {
  return [['Governor', { to: from }] as const, ['Dependent', { to }] as const]
}

function documentFeatures(
  document: DatasetDocument,
): readonly (readonly [string, CasValue | null])[] {
  const { id, title, source, author, date, url, language, direction, status } = document
  const metadata = Object.entries(document.metadata)
  return [
    sofa,
    ['begin', 0],
    ['end', document.text.length],
    // UIMA's own word for a language that is not known.
    ['language', language ?? 'x-unspecified'],
    ['id', id],
    ['title', title],
    ['source', source],
    ['author', author],
    ['date', date],
    ['url', url],
    ['direction', direction],
    ['status', status],
    ['metadataNames', metadata.length === 0 ? null : metadata.map(([name]) => name)],
    ['metadataValues', metadata.length === 0 ? null : metadata.map(([, value]) => value)],
  ]
}

function annotationFeatures(
  { id, attribution, attributes, note, annotator, createdAt, updatedAt }: DatasetAnnotation,
  names: ReadonlyMap<string, string>,
) {
  const speakers = attribution.flatMap((speaker) => names.get(speaker) ?? [])
  const fixed: readonly (readonly [string, CasValue | null])[] = [
    ['id', id],
    ['speakers', speakers.length === 0 ? null : speakers],
    ['note', note],
    ['annotator', annotator],
    ['createdAt', createdAt],
    ['updatedAt', updatedAt],
  ]
  const own = Object.entries(attributes).map(([attribute, value]) => featureOf(attribute, value))
  return { fixed, attributes: own }
}
