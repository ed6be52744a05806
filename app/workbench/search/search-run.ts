import type { FacetCounts, SearchProgress } from '../../../shared/contract.ts'
import type { Facet } from '../../../shared/search/query.ts'
import { spansSchema, type Span } from '../../../shared/text/span.ts'
import type { CompiledQuery } from './compile-query.ts'
import { createFacetTally } from './facet-tally.ts'
import { createHits, type Hit, type Hits } from './hits.ts'
import type { IndexedDocument, ProjectIndex } from './project-index.ts'
import {
  holdAnywhere,
  holdBetween,
  holdIn,
  matchesInText,
  wantedIn,
  type TextMatches,
} from './text-matches.ts'
import type { TextSource } from './text-source.ts'

/** A search of the whole project, document after document. */
export type SearchRun = {
  readonly kind: SearchProgress['kind']
  readonly hits: Hits
  /** Looks through the documents; rests after each of them. */
  readonly steps: Generator<void>
  readonly looked: () => number
  readonly total: number
  readonly counts: () => FacetCounts
  /** `rowid` of an annotation, by its place in the columns at that time. */
  readonly rowOf: (annotation: number) => number
}

export function createSearchRun(
  index: ProjectIndex,
  texts: TextSource,
  query: CompiledQuery,
  /** In the order of the results; without those that the index of texts rules out. */
  documents: readonly IndexedDocument[],
): SearchRun {
  const hits = createHits()
  const tally = createFacetTally(index)
  const columns = index.annotations()
  const [starts, ends, rows] = [
    columns.numbers('start'),
    columns.numbers('end'),
    columns.numbers('row'),
  ]
  const [pieces, pieceValues] = [columns.numbers('pieces'), columns.dictionary('pieces').values]
  const inOnePiece = columns.dictionary('pieces').numberOf('')
  const isOfTexts = query.texts.length > 0
  const isOfAnnotations = query.annotations.length > 0
  const isOfWords = query.texts.some((wishes) => wishes.some(({ negated }) => !negated))
  const isEmpty = query.texts.length + query.annotations.length + query.documents.length === 0
  let looked = 0

  /** The stretches that an annotation lies on. */
  function stretchesOf(annotation: number): readonly Span[] {
    const several = pieceValues[pieces[annotation] ?? 0] ?? ''
    if (several !== '') return spansSchema.parse(JSON.parse(several))
    return [{ start: starts[annotation] ?? 0, end: ends[annotation] ?? 0 }]
  }

  /** Whether the words are as the query wants them within an annotation. */
  function holdOn(annotation: number, matches: TextMatches): boolean {
    return pieces[annotation] === inOnePiece
      ? holdBetween(matches, starts[annotation] ?? 0, ends[annotation] ?? 0)
      : holdIn(matches, stretchesOf(annotation))
  }

  function visitWhole(document: IndexedDocument, only: Facet | null): void {
    const matches = matchesOf(document)
    if (matches === null || !holdAnywhere(matches)) return
    tally.document(document, only)
    if (only !== null) return
    for (let one = document.from; one < document.to; one += 1) {
      if (!isOfTexts || holdOn(one, matches)) tally.annotation(one, null)
    }
    if (!isEmpty) hits.add(document, isOfWords ? wantedIn(matches, null) : [])
  }

  function visitAnnotations(document: IndexedDocument, only: Facet | null): void {
    const matches = matchesOf(document)
    if (matches === null) return
    const found: Hit[] = []
    const words = new Map<number, Span>()
    let any = false
    for (let one = document.from; one < document.to; one += 1) {
      const failed = failedClause(query.annotations, one)
      if (failed === undefined || (failed !== null && only !== null)) continue
      if (isOfTexts && !holdOn(one, matches)) continue
      if (only === null) tally.annotation(one, failed)
      if (failed !== null) continue
      any = true
      if (only !== null) break
      if (isOfWords)
        for (const span of wantedIn(matches, stretchesOf(one))) words.set(span.start, span)
      else found.push({ start: starts[one] ?? 0, end: ends[one] ?? 0, annotation: one })
    }
    if (!any) return
    tally.document(document, only)
    if (only !== null) return
    const inOrder = [...words.values()].toSorted((one, other) => one.start - other.start)
    hits.add(document, isOfWords ? inOrder : found)
  }

  function matchesOf(document: IndexedDocument): TextMatches | null {
    return isOfTexts ? matchesInText(query.texts, texts, document.textId) : []
  }

  return {
    kind: isOfWords ? 'words' : isOfAnnotations ? 'annotations' : 'documents',
    hits,
    looked: () => looked,
    total: documents.length,
    counts: tally.counts,
    rowOf: (annotation) => rows[annotation] ?? 0,
    steps: (function* steps() {
      for (const document of documents) {
        const failed = failedClause(query.documents, document)
        if (failed !== undefined) {
          if (isOfAnnotations) visitAnnotations(document, failed)
          else visitWhole(document, failed)
        }
        looked += 1
        yield
      }
    })(),
  }
}

/** `null` where all clauses hold; the facet of the one that does not; `undefined` where several do not, or one that is about no one facet. */
function failedClause<Thing>(
  clauses: readonly { readonly facet: Facet | null; readonly holds: (thing: Thing) => boolean }[],
  thing: Thing,
): Facet | null | undefined {
  let failed: Facet | null = null
  // Half a million annotations come by here.
  for (let place = 0; place < clauses.length; place += 1) {
    const clause = clauses[place]
    if (clause === undefined || clause.holds(thing)) continue
    if (clause.facet === null || failed !== null) return undefined
    failed = clause.facet
  }
  return failed
}
