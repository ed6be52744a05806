import {
  isAnnotationFacet,
  type AnnotationFacet,
  type DocumentFacet,
  type Facet,
  type SearchQuery,
  type Term,
  type Wish,
} from '../../../shared/search/query.ts'
import {
  matchOfPattern,
  wordPatternOf,
  type WordPattern,
} from '../../../shared/text/word-pattern.ts'
import {
  annotationTest,
  documentTest,
  type AnnotationTest,
  type DocumentTest,
} from './facet-tests.ts'
import type { ProjectIndex } from './project-index.ts'

/** What is looked for in texts. */
export type TextWish = { readonly negated: boolean } & (
  | { readonly kind: 'words'; readonly pattern: WordPattern }
  | { readonly kind: 'expression'; readonly expression: RegExp }
)

/** A clause, and the one facet that it is about: a count of that facet’s values leaves it aside. `null` where it is about several, or keeps something away. */
type FacetClause<Test> = { readonly facet: Facet | null; readonly holds: Test }

export type CompiledQuery = {
  readonly documents: readonly FacetClause<DocumentTest>[]
  /** Where there are any, annotations are what is found, and words within them. */
  readonly annotations: readonly FacetClause<AnnotationTest>[]
  /** Each holds where one of its wishes does. */
  readonly texts: readonly (readonly TextWish[])[]
  /** What the index of texts is asked for: it holds for every text that has the words; `null` where it cannot tell. */
  readonly match: string | null
}

/** Holds as long as nothing is added to the index. */
export function compileQuery(query: SearchQuery, index: ProjectIndex): CompiledQuery {
  const clauses = joined(query.clauses)
  const facetClauses = clauses.filter(([first]) => first?.term.kind === 'facet')
  const texts = clauses
    .filter(([first]) => first?.term.kind !== 'facet')
    .map((wishes) => wishes.flatMap(textWish))
  const isOfDocuments = (wishes: readonly Wish[]): boolean =>
    wishes.every(({ term }) => term.kind === 'facet' && !isAnnotationFacet(term.facet))
  return {
    documents: facetClauses.filter(isOfDocuments).map((wishes) => {
      const tests = wishes.map(({ negated, term }) => {
        const test = ofDocument(index, term)
        return negated ? (document: Parameters<DocumentTest>[0]) => !test(document) : test
      })
      return {
        facet: onlyFacet(wishes),
        holds: either(tests),
      }
    }),
    annotations: facetClauses
      .filter((wishes) => !isOfDocuments(wishes))
      .map((wishes) => {
        const tests = wishes.map(({ negated, term }) => {
          const test = ofAnnotation(index, term)
          return negated ? (annotation: number) => !test(annotation) : test
        })
        return {
          facet: onlyFacet(wishes),
          holds: either(tests),
        }
      }),
    texts,
    match: matchOf(texts),
  }
}

function either<Thing>(tests: readonly ((thing: Thing) => boolean)[]): (thing: Thing) => boolean {
  const [only, ...others] = tests
  if (only !== undefined && others.length === 0) return only
  return (thing) => tests.some((test) => test(thing))
}

/** The same facet asked for twice asks for either. */
function joined(clauses: SearchQuery['clauses']): readonly (readonly Wish[])[] {
  const byFacet = new Map<Facet, readonly Wish[]>()
  const others: (readonly Wish[])[] = []
  for (const wishes of clauses) {
    const facet = onlyFacet(wishes)
    if (facet === null) others.push(wishes)
    else byFacet.set(facet, [...(byFacet.get(facet) ?? []), ...wishes])
  }
  return [...byFacet.values(), ...others]
}

function onlyFacet(wishes: readonly Wish[]): Facet | null {
  const found = wishes.map(({ negated, term }) =>
    negated || term.kind !== 'facet' ? null : term.facet,
  )
  const [first = null] = found
  return found.every((facet) => facet === first) ? first : null
}

function textWish({ negated, term }: Wish): readonly TextWish[] {
  if (term.kind === 'expression') {
    const expression = new RegExp(term.source, term.matchCase ? 'gmu' : 'gimu')
    return [{ negated, kind: 'expression', expression }]
  }
  const pattern = term.kind === 'words' ? wordPatternOf(term.text, term.prefix) : null
  return pattern === null ? [] : [{ negated, kind: 'words', pattern }]
}

function ofDocument(index: ProjectIndex, term: Term): DocumentTest {
  return term.kind === 'facet' && !isAnnotationFacet(term.facet)
    ? documentTest(index, documentFacetOf(term.facet), term.value)
    : () => false
}

function documentFacetOf(facet: Exclude<Facet, AnnotationFacet>): DocumentFacet {
  return facet
}

/** A facet of documents beside one of annotations asks for annotations of such documents. */
function ofAnnotation(index: ProjectIndex, term: Term): AnnotationTest {
  if (term.kind !== 'facet') return () => false
  if (isAnnotationFacet(term.facet)) return annotationTest(index, term.facet, term.value)
  const test = documentTest(index, documentFacetOf(term.facet), term.value)
  const ranges = index.documents().filter(test)
  const held = new Uint8Array(index.annotations().length())
  for (const { from, to } of ranges) held.fill(1, from, to)
  return (annotation) => held[annotation] === 1
}

function matchOf(texts: CompiledQuery['texts']): string | null {
  const clauses = texts.flatMap((wishes) => {
    const words = wishes.flatMap((wish) =>
      wish.kind === 'words' && !wish.negated ? matchOfPattern(wish.pattern) : [],
    )
    // A clause that holds without words says nothing of the words of a text.
    return words.length === wishes.length ? [`(${words.join(' OR ')})`] : []
  })
  return clauses.length === 0 ? null : clauses.join(' AND ')
}
