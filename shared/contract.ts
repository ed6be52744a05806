import { z } from 'zod'

import { annotationSchema } from './model/annotation.ts'
import { documentSchema } from './model/document.ts'
import { idSchema, timeSchema } from './model/id.ts'
import { commitSchema, journalDraftSchema, undoStateSchema } from './model/journal.ts'
import { labelSchema } from './model/label.ts'
import { projectSchema } from './model/project.ts'
import { documentViewSchema } from './model/view.ts'
import { failureSchema, type Result } from './result.ts'

/**
 * A place on the serving side's disk that its user chose in a dialog there: an opaque ticket, never a path, so that
 * page content cannot name a file. Tickets die with the process.
 */
const ticketSchema = z.string().regex(/^[0-9a-f]{32}$/)

const placeSchema = z.strictObject({ ticket: ticketSchema, name: z.string() }).readonly()
export type Place = z.infer<typeof placeSchema>

export const purposeSchema = z.enum(['openProject', 'newProject', 'import', 'export'])
export type Purpose = z.infer<typeof purposeSchema>

/** Largest file or pasted text that is taken in, in bytes: some forty novels. */
export const maxDocumentBytes = 32 * 1024 * 1024

export const exportFormatSchema = z.enum(['json', 'jsonl'])
export type ExportFormat = z.infer<typeof exportFormatSchema>

const importSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('place'), ticket: ticketSchema }).readonly(),
  /** A file whose bytes the page holds: dropped on the window or picked in the browser. */
  z.strictObject({ kind: z.literal('bytes'), name: z.string(), base64: z.base64() }).readonly(),
  z.strictObject({ kind: z.literal('paste'), title: z.string(), text: z.string() }).readonly(),
])
export type ImportSource = z.infer<typeof importSourceSchema>

const refusalSchema = z.strictObject({ name: z.string(), failure: failureSchema }).readonly()
export type Refusal = z.infer<typeof refusalSchema>

/** A document as lists show it. */
const documentSummarySchema = z
  .strictObject({ document: documentSchema, annotations: z.int().nonnegative() })
  .readonly()
export type DocumentSummary = z.infer<typeof documentSummarySchema>

/** Everything of the open project but texts and annotations. */
const projectStateSchema = z
  .strictObject({
    project: projectSchema,
    fileName: z.string(),
    /** Why the project can only be read, in a sentence; `null` where it can be changed. */
    readOnly: z.string().nullable(),
    labels: z.array(labelSchema).readonly(),
    documents: z.array(documentSummarySchema).readonly(),
    /** The document that was open last. */
    currentDocumentId: idSchema.nullable(),
    undoState: undoStateSchema,
  })
  .readonly()
export type ProjectState = z.infer<typeof projectStateSchema>

/** An annotation that does not slice to its quote: shown for review, never moved. */
const reviewItemSchema = z
  .strictObject({
    annotation: annotationSchema,
    reason: z.enum(['outsideText', 'splitsGrapheme', 'quoteDiffers']),
    expected: z.string(),
    found: z.string(),
  })
  .readonly()
export type ReviewItem = z.infer<typeof reviewItemSchema>

const openDocumentSchema = z
  .strictObject({
    document: documentSchema,
    text: z.string(),
    annotations: z.array(annotationSchema).readonly(),
    review: z.array(reviewItemSchema).readonly(),
    view: documentViewSchema.nullable(),
  })
  .readonly()
export type OpenDocument = z.infer<typeof openDocumentSchema>

const recentProjectSchema = z
  .strictObject({
    ticket: ticketSchema,
    name: z.string(),
    folder: z.string(),
    openedAt: timeSchema,
    missing: z.boolean(),
  })
  .readonly()
export type RecentProject = z.infer<typeof recentProjectSchema>

const folderEntrySchema = z
  .strictObject({
    ticket: ticketSchema,
    name: z.string(),
    kind: z.enum(['folder', 'file']),
    bytes: z.int().nonnegative(),
    modifiedAt: timeSchema,
  })
  .readonly()
export type FolderEntry = z.infer<typeof folderEntrySchema>

const folderSchema = z
  .strictObject({
    ticket: ticketSchema,
    /** Full path, for reading only. */
    path: z.string(),
    /** `null` at the root. */
    parent: ticketSchema.nullable(),
    entries: z.array(folderEntrySchema).readonly(),
  })
  .readonly()
export type Folder = z.infer<typeof folderSchema>

const none = z.strictObject({}).readonly()

function call<Args extends z.ZodType, Answer extends z.ZodType>(args: Args, value: Answer) {
  return { args, value }
}

/** Every call the page can make, once. Each answers with a `Result` of its value. */
export const calls = {
  'app.info': call(
    none,
    z
      .strictObject({
        version: z.string(),
        shell: z.enum(['desktop', 'browser']),
        /** Name that new annotations carry. */
        annotator: z.string(),
      })
      .readonly(),
  ),

  'recent.list': call(none, z.array(recentProjectSchema).readonly()),
  'recent.forget': call(z.strictObject({ ticket: ticketSchema }).readonly(), z.null()),

  'project.current': call(none, projectStateSchema.nullable()),
  'project.create': call(z.strictObject({ ticket: ticketSchema }).readonly(), projectStateSchema),
  'project.open': call(z.strictObject({ ticket: ticketSchema }).readonly(), projectStateSchema),
  'project.openSample': call(none, projectStateSchema),
  'project.close': call(none, z.null()),

  'documents.import': call(
    z.strictObject({ annotator: z.string(), sources: z.array(importSourceSchema) }).readonly(),
    z
      .strictObject({
        /** The newest journal entry of the import (a large one makes several; each is an event too); `null` for none. */
        commit: commitSchema.nullable(),
        imported: z.array(documentSchema).readonly(),
        refused: z.array(refusalSchema).readonly(),
      })
      .readonly(),
  ),
  'documents.open': call(z.strictObject({ id: idSchema }).readonly(), openDocumentSchema),

  'journal.commit': call(journalDraftSchema, commitSchema),
  /** `id` becomes the id of the new entry. The value is `null` where there is nothing to undo. */
  'journal.undo': call(
    z.strictObject({ id: idSchema, annotator: z.string() }).readonly(),
    commitSchema.nullable(),
  ),
  'journal.redo': call(
    z.strictObject({ id: idSchema, annotator: z.string() }).readonly(),
    commitSchema.nullable(),
  ),

  'view.save': call(
    z.strictObject({ documentId: idSchema, view: documentViewSchema }).readonly(),
    z.null(),
  ),

  'export.run': call(
    z
      .strictObject({
        format: exportFormatSchema,
        /** Where to write; `null` makes a download of it (browser shell only). */
        ticket: ticketSchema.nullable(),
      })
      .readonly(),
    z
      .strictObject({
        documents: z.int().nonnegative(),
        annotations: z.int().nonnegative(),
        relations: z.int().nonnegative(),
        bytes: z.int().nonnegative(),
        fileName: z.string(),
        /** Path below the page's own origin where the download waits, once. */
        download: z.string().nullable(),
      })
      .readonly(),
  ),

  /** The operating system's own dialog (desktop). An empty list where it was dismissed. */
  'places.choose': call(
    z.strictObject({ purpose: purposeSchema, suggestedName: z.string() }).readonly(),
    z.array(placeSchema).readonly(),
  ),
  /** What a folder holds for a purpose, for the in-page chooser (browser shell); the home folder where `null`. */
  'places.list': call(
    z.strictObject({ purpose: purposeSchema, folder: ticketSchema.nullable() }).readonly(),
    folderSchema,
  ),
  /** A place for a file named `name` in a folder (browser shell); whether it exists already comes with it. */
  'places.name': call(
    z.strictObject({ purpose: purposeSchema, folder: ticketSchema, name: z.string() }).readonly(),
    z.strictObject({ place: placeSchema, exists: z.boolean() }).readonly(),
  ),

  /** Answers `closing`: nothing waits any more, or `unsaved` acts could not be saved. */
  'window.readyToClose': call(
    z.strictObject({ unsaved: z.int().nonnegative() }).readonly(),
    z.null(),
  ),
} as const

type Calls = typeof calls
export type CallName = keyof Calls
export type CallArguments<Name extends CallName> = z.infer<Calls[Name]['args']>
export type CallValue<Name extends CallName> = z.infer<Calls[Name]['value']>

export type Handlers<Name extends CallName = CallName> = {
  readonly [Key in Name]: (args: CallArguments<Key>) => Promise<Result<CallValue<Key>>>
}

/** The calls that each shell answers in its own way; the workbench answers the others. */
export type ShellCallName =
  | 'app.info'
  | 'places.choose'
  | 'places.list'
  | 'places.name'
  | 'window.readyToClose'
export type WorkbenchCallName = Exclude<CallName, ShellCallName>

/** Every event the page is sent. */
const events = {
  /** An entry was committed, by this page or another one on the same project. */
  committed: commitSchema,
  /** Another project is open now, or none. */
  projectChanged: projectStateSchema.nullable(),
  /** A menu item of the desktop shell was chosen. */
  menu: z
    .strictObject({
      command: z.enum([
        'newProject',
        'openProject',
        'closeProject',
        'import',
        'export',
        'undo',
        'redo',
      ]),
    })
    .readonly(),
  /** The window wants to close: finish what waits, then call `window.readyToClose`. */
  closing: none,
} as const

type EventName = keyof typeof events
export type EventValue<Name extends EventName> = z.infer<(typeof events)[Name]>
export type Event = {
  readonly [Name in EventName]: { readonly name: Name; readonly value: EventValue<Name> }
}[EventName]

/** What a shell gives the page: calls out, events in. */
export type Bridge = {
  readonly call: <Name extends CallName>(
    name: Name,
    args: CallArguments<Name>,
  ) => Promise<Result<CallValue<Name>>>
  /** Returns a function that stops the listening. */
  readonly listen: (listener: (event: Event) => void) => () => void
}
