import { z } from 'zod'

import { reportSchema } from '../exchange/report.ts'
import { documentStatusSchema } from '../model/document.ts'
import { idSchema } from '../model/id.ts'
import { ticketSchema } from './places.ts'

/** Largest text of one document, in bytes: some forty novels. */
export const maxDocumentBytes = 32 * 1024 * 1024

export const exportFormatSchema = z.enum([
  'json',
  'jsonl',
  'csv',
  'parquet',
  'w3c',
  'brat',
  'doccano',
  'labelstudio',
  'prodigy',
  'conll',
  'uima-xmi',
  'uima-json',
  'tei',
])
export type ExportFormat = z.infer<typeof exportFormatSchema>

/** What the export dialog offers. */
export const exportFormatInfoSchema = z
  .strictObject({
    id: exportFormatSchema,
    name: z.string(),
    description: z.string(),
    /** Offset units and what else should be known, in a sentence. */
    remark: z.string(),
    /** With the dot; `null` for a folder of files, or a `.zip` of it. */
    extension: z.string().nullable(),
    /** What it has no place for, each in a sentence. */
    losses: z.array(z.string()).readonly(),
  })
  .readonly()
export type ExportFormatInfo = z.infer<typeof exportFormatInfoSchema>

export const exportOptionsSchema = z
  .strictObject({
    /** What W3C positions count. */
    w3cUnits: z.enum(['codePoint', 'utf16']),
    /** What CoNLL does with annotations that overlap. */
    overlaps: z.enum(['longest', 'first', 'separate-columns']),
  })
  .readonly()
export type ExportOptions = z.infer<typeof exportOptionsSchema>

/** What of the project is written. */
export const exportScopeSchema = z
  .strictObject({
    /** Only annotations with one of these labels, by id; documents without any stay in. An empty list for all. */
    labels: z.array(z.string()).readonly(),
    /** Only documents with one of these statuses. An empty list for all. */
    statuses: z.array(documentStatusSchema).readonly(),
  })
  .readonly()
export type ExportScope = z.infer<typeof exportScopeSchema>

export const importFormatInfoSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    /** Lower case, with the dot. */
    extensions: z.array(z.string()).readonly(),
  })
  .readonly()

export const importSourceSchema = z.discriminatedUnion('kind', [
  /** A file or folder that was chosen in a dialog of the shell. */
  z.strictObject({ kind: z.literal('place'), ticket: ticketSchema }).readonly(),
  /** A file whose bytes the page holds: dropped on the window or picked in the browser. `name` may have folders, with `/`. */
  z.strictObject({ kind: z.literal('bytes'), name: z.string(), base64: z.base64() }).readonly(),
  z.strictObject({ kind: z.literal('paste'), title: z.string(), text: z.string() }).readonly(),
])
export type ImportSource = z.infer<typeof importSourceSchema>

/** Which column of a table is what; columns that are not named become metadata under their own names. */
export const tableColumnsSchema = z
  .strictObject({
    text: z.string(),
    title: z.string().nullable(),
    source: z.string().nullable(),
    author: z.string().nullable(),
    date: z.string().nullable(),
    url: z.string().nullable(),
    language: z.string().nullable(),
  })
  .readonly()
export type TableColumns = z.infer<typeof tableColumnsSchema>

/** The head of a table, for a person to say which column is what. */
const tableHeadSchema = z
  .strictObject({
    columns: z.array(z.string()).readonly(),
    /** The first rows, cells cut short. */
    rows: z.array(z.array(z.string()).readonly()).readonly(),
    /** As last chosen for a table of these columns, or else as they are called; `null` where nothing is known. */
    guess: tableColumnsSchema.nullable(),
    /** Whether the guess can go without being asked about. */
    sure: z.boolean(),
  })
  .readonly()
export type TableHead = z.infer<typeof tableHeadSchema>

/** What was chosen, before it is read. */
export const importPlanSchema = z
  .strictObject({
    files: z.int().nonnegative(),
    /** Tables whose columns a person has to confirm, by their path. */
    tables: z.array(tableHeadSchema.unwrap().extend({ path: z.string() }).readonly()).readonly(),
    /** Files in folders and archives that are of no known kind. */
    skipped: z.array(z.string()).readonly(),
  })
  .readonly()
export type ImportPlan = z.infer<typeof importPlanSchema>

/** What was read, before any of it is stored. */
export const importFoundSchema = z
  .strictObject({
    documents: z.int().nonnegative(),
    annotations: z.int().nonnegative(),
    suggestions: z.int().nonnegative(),
    labels: z
      .array(
        z
          .strictObject({
            /** As the files have it. */
            name: z.string(),
            annotations: z.int().nonnegative(),
            /** Id of the label of the project that it becomes; `null` where a new one is added for it. */
            label: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type ImportFound = z.infer<typeof importFoundSchema>

/** What an import came to. */
export const importResultSchema = z
  .strictObject({
    /** The first document that was added; `null` for none. */
    firstDocumentId: idSchema.nullable(),
    report: reportSchema,
    skipped: z.array(z.string()).readonly(),
  })
  .readonly()
export type ImportResult = z.infer<typeof importResultSchema>

/** How far an import, export, check, repair or search for copies is. */
export const jobProgressSchema = z
  .strictObject({
    job: idSchema,
    phase: z.enum(['reading', 'storing', 'writing', 'checking', 'comparing']),
    /** Of `total`: bytes while reading (pages of the file in a repair), documents and journal entries while checking, documents otherwise (all things and entries in a repair). */
    done: z.number().nonnegative(),
    total: z.number().nonnegative(),
    documents: z.int().nonnegative(),
    annotations: z.int().nonnegative(),
    /** In ms, by the pace so far; `null` while that says nothing yet. */
    remaining: z.number().nonnegative().nullable(),
  })
  .readonly()
export type JobProgress = z.infer<typeof jobProgressSchema>
