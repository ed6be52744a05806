import { z } from 'zod'

import { idSchema } from '../model/id.ts'
import { annotationFacets, documentFacets } from '../search/query.ts'
import { spanSchema } from '../text/span.ts'
import { call } from './call.ts'
import { maxOccurrences, occurrenceSchema } from './found.ts'

/** Most rows that are asked for at once. */
export const maxSearchRows = 200

const searchOrderSchema = z.enum(['document', 'date', 'relevance'])
export type SearchOrder = z.infer<typeof searchOrderSchema>

/** Tells one search of a project from those before it. Only the latest one answers. */
const searchIdSchema = z.int().positive()

/** A line of the results: a document, with what was found in it below, if it is not the document itself that was found. */
const searchRowSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('document'),
      documentId: idSchema,
      hits: z.int().nonnegative(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('hit'),
      documentId: idSchema,
      /** UTF-16 code units of the stored text; splits no grapheme. */
      span: spanSchema,
      /** The exact text there; of a long one only the beginning, which the span goes beyond. */
      quote: z.string(),
      /** Text before and after it, for reading: at most so much as a line shows. */
      before: z.string(),
      after: z.string(),
      /** The annotation that was found, where no words were looked for; with the id of its label. */
      annotation: z.strictObject({ id: idSchema, label: z.string() }).readonly().nullable(),
    })
    .readonly(),
])
export type SearchRow = z.infer<typeof searchRowSchema>

/** How far a search is. What it has found so far stays in its place. */
const searchProgressSchema = z
  .strictObject({
    search: searchIdSchema,
    rows: z.int().nonnegative(),
    hits: z.int().nonnegative(),
    documents: z.int().nonnegative(),
    /** What a hit is: words in a text, an annotation, or a document as a whole. */
    kind: z.enum(['words', 'annotations', 'documents']),
    done: z.boolean(),
    /** Documents looked through, and how many there are to look through. */
    looked: z.int().nonnegative(),
    total: z.int().nonnegative(),
    /** Why it was ended before all was looked through, in a sentence; `null` where it was not. */
    stopped: z.string().nullable(),
    /** Why words are looked for in every text in place of the index, in a sentence; `null` where they are not. */
    scanned: z.string().nullable(),
  })
  .readonly()
export type SearchProgress = z.infer<typeof searchProgressSchema>

/** How many annotations or documents there would be with one more value of a facet. */
const facetValueSchema = z
  .strictObject({
    /** As it stands in a query. */
    value: z.string(),
    /** As it is read. */
    name: z.string(),
    count: z.int().nonnegative(),
  })
  .readonly()

const facetCountsSchema = z
  .array(
    z
      .strictObject({
        facet: z.enum([...annotationFacets, ...documentFacets]),
        /** What is counted. */
        of: z.enum(['annotations', 'documents']),
        /** The most frequent ones, `maxFacetValues` at most, and those that are asked for. */
        values: z.array(facetValueSchema).readonly(),
        /** How many other values there are. */
        more: z.int().nonnegative(),
      })
      .readonly(),
  )
  .readonly()
export type FacetCounts = z.infer<typeof facetCountsSchema>

/** Values of a facet that are counted at most. */
export const maxFacetValues = 50

/** How far the index of texts is; `total` is 0 where there is none to be made. */
export const searchIndexSchema = z
  .strictObject({ done: z.int().nonnegative(), total: z.int().nonnegative() })
  .readonly()
export type SearchIndexProgress = z.infer<typeof searchIndexSchema>

/** Searching the whole project. */
export const searchCalls = {
  /**
   * Begins a search of the whole project and gives its first lines; it goes on by itself. One that was under way is
   * ended: it answers `cancelled` from then on.
   */
  'search.run': call(
    z.strictObject({ query: z.string().max(2000), order: searchOrderSchema }).readonly(),
    z
      .strictObject({ progress: searchProgressSchema, rows: z.array(searchRowSchema).readonly() })
      .readonly(),
  ),
  /** How far it is: at once where it is done, else a moment later. `counts` are `null` until it is. */
  'search.progress': call(
    z.strictObject({ search: searchIdSchema }).readonly(),
    z
      .strictObject({ progress: searchProgressSchema, counts: facetCountsSchema.nullable() })
      .readonly(),
  ),
  /** Lines from a place on, fewer where there are no more. */
  'search.rows': call(
    z
      .strictObject({
        search: searchIdSchema,
        from: z.int().nonnegative(),
        count: z.int().positive().max(maxSearchRows),
      })
      .readonly(),
    z.array(searchRowSchema).readonly(),
  ),
  /** Everything found so far in one document, in the order of its text. */
  'search.inDocument': call(
    z.strictObject({ search: searchIdSchema, documentId: idSchema }).readonly(),
    z.array(spanSchema).readonly(),
  ),
  /** What was found in some lines, or in all where that is `null`: to tag it. At most `maxOccurrences`. */
  'search.places': call(
    z
      .strictObject({
        search: searchIdSchema,
        rows: z.array(z.int().nonnegative()).max(maxOccurrences).readonly().nullable(),
      })
      .readonly(),
    z
      .strictObject({ occurrences: z.array(occurrenceSchema).readonly(), complete: z.boolean() })
      .readonly(),
  ),
} as const
