/** What can be asked of annotations … */
export const annotationFacets = [
  'label',
  'speaker',
  'attribute',
  'relation',
  'denies',
  'annotator',
  'has',
] as const
/** … and of the documents that they are in. */
export const documentFacets = [
  'source',
  'date',
  'status',
  'language',
  'assignee',
  'tag',
  'title',
  'is',
] as const
export const facets = [...annotationFacets, ...documentFacets] as const
export type AnnotationFacet = (typeof annotationFacets)[number]
export type DocumentFacet = (typeof documentFacets)[number]
export type Facet = (typeof facets)[number]

/** What `has:` can ask for: annotations that have it; `denial` is one of what they say. */
export const parts = ['note', 'speaker', 'attribute', 'relation', 'denial'] as const
/** What `is:` can ask for: documents that are it. */
export const conditions = ['tagged', 'untagged'] as const

/** One thing that is asked for. */
export type Term =
  /** One word, or several that stand one after the other, as they were typed. Whole words unless `prefix`. */
  | { readonly kind: 'words'; readonly text: string; readonly prefix: boolean }
  /** A regular expression: JavaScript’s, with the flags `u` and `m`. */
  | { readonly kind: 'expression'; readonly source: string; readonly matchCase: boolean }
  | { readonly kind: 'facet'; readonly facet: Facet; readonly value: string }

/** What is asked for or, `negated`, kept away. */
export type Wish = { readonly negated: boolean; readonly term: Term }

/** All clauses hold at once; of each clause at least one wish does. */
export type SearchQuery = { readonly clauses: readonly (readonly Wish[])[] }

export function isAnnotationFacet(facet: Facet): facet is AnnotationFacet {
  const all: readonly Facet[] = annotationFacets
  return all.includes(facet)
}

export function facetNamed(name: string): Facet | null {
  const wanted = name.toLowerCase()
  return facets.find((facet) => facet === wanted) ?? null
}
