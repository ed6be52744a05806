/*
 * What Verbatim writes into a CAS. One span type with the label as a feature, and relations with `Governor` and
 * `Dependent`, so that INCEpTION and WebAnno take them for a span layer and relation layers when the type system is
 * imported (inception-project/inception, TypeSystemAnalysis.java: span layers have primitive features and string arrays
 * alone, and both ends of a relation layer are on one span layer).
 */
export const verbatimTypes = {
  /** What is known of the article. */
  document: 'verbatim.Document',
  /** An annotation, or a later piece of one (see `continuation`). */
  span: 'verbatim.Span',
  /** Leads from a piece of an annotation to its next one; only the first piece has more than a label. */
  continuation: 'verbatim.Continuation',
  relation: 'verbatim.Relation',
  /** A relation to an annotation of another CAS, which is named by its id. */
  farRelation: 'verbatim.FarRelation',
} as const

export const uimaTypes = {
  string: 'uima.cas.String',
  stringArray: 'uima.cas.StringArray',
  annotation: 'uima.tcas.Annotation',
  documentAnnotation: 'uima.tcas.DocumentAnnotation',
  top: 'uima.cas.TOP',
  sofa: 'uima.cas.Sofa',
} as const

export type FeatureDescription = {
  readonly name: string
  readonly range: string
  readonly description: string
}

export type TypeDescription = {
  readonly name: string
  readonly supertype: string
  readonly description: string
  readonly features: readonly FeatureDescription[]
}

const text = (name: string, description: string): FeatureDescription => ({
  name,
  range: uimaTypes.string,
  description,
})
const texts = (name: string, description: string): FeatureDescription => ({
  name,
  range: uimaTypes.stringArray,
  description,
})
const span = (name: string, description: string): FeatureDescription => ({
  name,
  range: verbatimTypes.span,
  description,
})

const spanFeatures = [
  text('label', 'Id of a label of the tag set.'),
  text('id', 'Id of the annotation; only its first piece has it, and all that follows.'),
  texts('speakers', 'Who says it: from whoever is nearest to the reader to whoever spoke.'),
  text('note', 'A note on it.'),
  text('annotator', 'Who made it.'),
  text('createdAt', 'When it was made, in ISO 8601.'),
  text('updatedAt', 'When it was changed last, in ISO 8601.'),
]

const relationFeatures = [text('relationType', 'Id of a relation type.'), text('id', 'Its id.')]
const ends = [span('Governor', 'Where it begins.'), span('Dependent', 'Where it ends.')]

/** Names that features of annotations in a CAS have already, ours and those of the framework. */
export const takenSpanFeatures: ReadonlySet<string> = new Set([
  'begin',
  'end',
  'sofa',
  'self',
  'type',
  'class',
  ...spanFeatures.map(({ name }) => name),
])

/** The type system of everything that is written; `attributes` are the features for attributes of annotations. */
export function typeSystem(attributes: readonly FeatureDescription[]): readonly TypeDescription[] {
  return [
    {
      name: verbatimTypes.document,
      supertype: uimaTypes.documentAnnotation,
      description: 'What is known of an article.',
      features: [
        ...['id', 'title', 'source', 'author', 'date', 'url', 'direction', 'status'].map((name) =>
          text(name, `The ${name} of the article.`),
        ),
        texts('metadataNames', 'Names of what else is known of it.'),
        texts('metadataValues', 'What that is, in the order of the names.'),
        text(
          'standIns',
          'Characters that XML 1.0 cannot hold: their offsets, each with the code point in hexadecimal. A stand-in is in the text for each.',
        ),
      ],
    },
    {
      name: verbatimTypes.span,
      supertype: uimaTypes.annotation,
      description: 'An annotation of Verbatim, or a piece of one.',
      features: [...spanFeatures, ...attributes],
    },
    {
      name: verbatimTypes.continuation,
      supertype: uimaTypes.annotation,
      description: 'Leads from a piece of an annotation to its next piece.',
      features: ends,
    },
    {
      name: verbatimTypes.relation,
      supertype: uimaTypes.annotation,
      description: 'A relation between two annotations.',
      features: [...ends, ...relationFeatures],
    },
    {
      name: verbatimTypes.farRelation,
      supertype: uimaTypes.top,
      description: 'A relation to an annotation of another document.',
      features: [
        span('source', 'Where it begins.'),
        text('target', 'Id of the annotation where it ends.'),
        ...relationFeatures,
      ],
    },
  ]
}
