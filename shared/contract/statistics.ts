import { z } from 'zod'

import { idSchema } from '../model/id.ts'
import { call } from './call.ts'
import { ticketSchema } from './places.ts'

const count = z.int().nonnegative()

/** A year, a month or a day: `2024`, `2024-05`, `2024-05-31`. */
const periodSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)

/** More than anybody chooses by hand. */
const most = 100

/** Which annotations are counted: those that fit one of each list that is not empty. */
const countFilterSchema = z
  .strictObject({
    /** Ids of labels. */
    labels: z.array(z.string()).max(most).readonly(),
    /** Ids of speakers whom the chain of an annotation names, at any place. */
    speakers: z.array(idSchema).max(most).readonly(),
    /** Sources of documents, as they are written there. */
    sources: z.array(z.string()).max(most).readonly(),
    /** Periods that the documents’ own dates are in. */
    dates: z.array(periodSchema).max(most).readonly(),
    /** Names of annotators. */
    annotators: z.array(z.string()).max(most).readonly(),
    /** Denials by who speaks in them and who spoke in what they deny. */
    denials: z
      .array(z.strictObject({ from: idSchema, to: idSchema }).readonly())
      .max(most)
      .readonly(),
  })
  .readonly()
export type CountFilter = z.infer<typeof countFilterSchema>

export const countUnits = ['day', 'month', 'year'] as const
const countUnitSchema = z.enum(countUnits)
export type CountUnit = z.infer<typeof countUnitSchema>

/** What of a long list is counted by itself at most; the rest comes together. */
export const mostCounted = {
  speakers: 30,
  sources: 30,
  periods: 120,
  deniers: 15,
  days: 90,
} as const

const countRequestSchema = z
  .strictObject({
    filter: countFilterSchema,
    /** How long the periods of `overTime` are. */
    unit: countUnitSchema,
    /** The relation type that denies, and the label that it is to be found at; `null` where the tag set has no such type. */
    denies: z.strictObject({ relationType: z.string(), label: z.string() }).readonly().nullable(),
  })
  .readonly()
export type CountRequest = z.infer<typeof countRequestSchema>

/** A number of annotations; each list leaves out what the filter says of itself, so that the others of it still show. */
const countsSchema = z
  .strictObject({
    /** Of the whole project. */
    all: count,
    /** That fit the whole filter. */
    annotations: count,
    /** By label id, labels without any left out. */
    byLabel: z.array(z.strictObject({ label: z.string(), count }).readonly()).readonly(),
    bySpeaker: z
      .strictObject({
        /** The most named first. An annotation counts for everybody whom its chain names. */
        top: z.array(z.strictObject({ speaker: idSchema, count }).readonly()).readonly(),
        others: z.strictObject({ speakers: count, count }).readonly(),
        /** Annotations that name nobody. */
        nobody: count,
      })
      .readonly(),
    bySource: z
      .strictObject({
        top: z.array(z.strictObject({ source: z.string(), count }).readonly()).readonly(),
        others: z.strictObject({ sources: count, count }).readonly(),
        /** Annotations of documents without a source. */
        unknown: count,
      })
      .readonly(),
    overTime: z
      .strictObject({
        /** In order of time, then of labels. */
        periods: z
          .array(z.strictObject({ period: periodSchema, label: z.string(), count }).readonly())
          .readonly(),
        /** Annotations of periods before these. */
        earlier: count,
        /** Annotations of documents without a date, or with one that is too coarse. */
        undated: count,
      })
      .readonly(),
    /** Annotations that deny, of which either end fits: `from` denies what `to` said; `null` stands for nobody named. */
    denials: z
      .strictObject({
        cells: z
          .array(
            z
              .strictObject({ from: idSchema.nullable(), to: idSchema.nullable(), count })
              .readonly(),
          )
          .readonly(),
        /** Between others. */
        others: count,
      })
      .readonly()
      .nullable(),
    undenied: z.strictObject({ all: count, undenied: count }).readonly().nullable(),
  })
  .readonly()
export type Counts = z.infer<typeof countsSchema>

/** Words under a span, each counted once however many spans are over it. */
const wordCountsSchema = z
  .strictObject({
    /** Of all documents with a source and a date that the filter wants. */
    words: count,
    tagged: count,
    byLabel: z.array(z.strictObject({ label: z.string(), words: count }).readonly()).readonly(),
  })
  .readonly()
export type WordCounts = z.infer<typeof wordCountsSchema>

/** What the journal tells of the work; imports are left out. */
const workCountsSchema = z
  .strictObject({
    /** Days of the serving machine’s clock, in order; days without any are left out. */
    days: z
      .array(z.strictObject({ day: periodSchema, done: count, made: count }).readonly())
      .readonly(),
    earlier: z.strictObject({ done: count, made: count }).readonly(),
    pace: z
      .array(
        z
          .strictObject({
            annotator: z.string(),
            /** Annotations made one at a time. */
            tagged: count,
            /** Time between acts that follow each other within five minutes, in ms. */
            active: count,
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type WorkCounts = z.infer<typeof workCountsSchema>

/** Numbers of the project, and pictures of them. */
export const statisticsCalls = {
  /** How many annotations there are, by what the page plots. */
  'statistics.counts': call(countRequestSchema, countsSchema),
  'statistics.words': call(
    z
      .strictObject({ filter: countFilterSchema, denies: countRequestSchema.unwrap().shape.denies })
      .readonly(),
    wordCountsSchema,
  ),
  /** Only the annotators of the filter matter: the rest is not about the journal. */
  'statistics.work': call(
    z.strictObject({ filter: countFilterSchema }).readonly(),
    workCountsSchema,
  ),
  /** Writes a picture or table that the page made; `ticket` is `null` for a download (browser shell only). */
  'picture.export': call(
    z
      .strictObject({
        /** With its ending. */
        name: z.string().min(1).max(200),
        content: z.base64().max(32 * 1024 * 1024),
        ticket: ticketSchema.nullable(),
      })
      .readonly(),
    z.strictObject({ fileName: z.string(), download: z.string().nullable() }).readonly(),
  ),
} as const
