import { z } from 'zod'

import { backupCalls } from './contract/backups.ts'
import { call } from './contract/call.ts'
import { checkReportSchema } from './contract/check.ts'
import { carryingsSchema, copiesFoundSchema } from './contract/copies.ts'
import { foundAnnotationsSchema, occurrenceSchema, usageSchema } from './contract/found.ts'
import {
  exportFormatInfoSchema,
  exportFormatSchema,
  exportOptionsSchema,
  exportScopeSchema,
  importFormatInfoSchema,
  importFoundSchema,
  importPlanSchema,
  importResultSchema,
  importSourceSchema,
  jobProgressSchema,
  tableColumnsSchema,
} from './contract/import-export.ts'
import {
  folderSchema,
  placeSchema,
  purposeSchema,
  recentProjectSchema,
  ticketSchema,
} from './contract/places.ts'
import {
  bulkChangeSchema,
  openDocumentSchema,
  projectStateSchema,
} from './contract/project-state.ts'
import { searchCalls, searchIndexSchema } from './contract/search.ts'
import { shellCalls } from './contract/shell.ts'
import { statisticsCalls } from './contract/statistics.ts'
import { reportSchema } from './exchange/report.ts'
import { documentEditSchema } from './model/document-edit.ts'
import { idSchema } from './model/id.ts'
import { journalDraftSchema, journalSummarySchema, toldCommitSchema } from './model/journal.ts'
import { documentViewSchema } from './model/view.ts'
import { preferencesSchema } from './preferences.ts'
import { failureSchema, type Result } from './result.ts'

export * from './contract/check.ts'
export * from './contract/backups.ts'
export * from './contract/copies.ts'
export * from './contract/found.ts'
export * from './contract/import-export.ts'
export * from './contract/places.ts'
export * from './contract/project-state.ts'
export * from './contract/statistics.ts'
export * from './contract/search.ts'
export * from './contract/shell.ts'

const none = z.strictObject({}).readonly()

/** Who acts, and the id of the journal entry that comes of it. */
const act = { id: idSchema, annotator: z.string() } as const
/** What came of an act; `null` where there was nothing to do. */
const actedSchema = toldCommitSchema.nullable()

/** Every call the page can make, once. Each answers with a `Result` of its value. */
export const calls = {
  ...shellCalls,

  'preferences.get': call(none, preferencesSchema),
  /** Replaces those that are given and leaves the others. */
  'preferences.set': call(preferencesSchema.unwrap().partial().readonly(), preferencesSchema),

  'recent.list': call(none, z.array(recentProjectSchema).readonly()),
  'recent.forget': call(z.strictObject({ ticket: ticketSchema }).readonly(), z.null()),

  'project.current': call(none, projectStateSchema.nullable()),
  'project.create': call(z.strictObject({ ticket: ticketSchema }).readonly(), projectStateSchema),
  'project.open': call(z.strictObject({ ticket: ticketSchema }).readonly(), projectStateSchema),
  'project.openSample': call(none, projectStateSchema),
  /** Opens a project that is only read, because another process had it, for changes; `inUse` where that has it still. */
  'project.openForChanges': call(none, projectStateSchema),
  'project.close': call(none, z.null()),

  /** Makes a backup of the open project now. */
  ...backupCalls,

  'formats.list': call(
    none,
    z
      .strictObject({
        import: z.array(importFormatInfoSchema).readonly(),
        export: z.array(exportFormatInfoSchema).readonly(),
      })
      .readonly(),
  ),

  /** Adds sources to an import, which begins with the first of them. The page makes the id. */
  'import.gather': call(
    z.strictObject({ job: idSchema, sources: z.array(importSourceSchema) }).readonly(),
    z.null(),
  ),
  /** Finds out what was gathered. `format` is the id of an import format for all of it, or `auto`. */
  'import.plan': call(
    z.strictObject({ job: idSchema, format: z.string(), annotator: z.string() }).readonly(),
    importPlanSchema,
  ),
  /** Reads all of it. `columns` by path of a table. Fails with `cancelled` where `import.cancel` came first. */
  'import.read': call(
    z.strictObject({ job: idSchema, columns: z.record(z.string(), tableColumnsSchema) }).readonly(),
    importFoundSchema,
  ),
  /** Puts what was read into the project. `map` gives ids of labels for the names that the files have. */
  'import.store': call(
    z.strictObject({ job: idSchema, map: z.record(z.string(), z.string()) }).readonly(),
    importResultSchema,
  ),
  /** Gives an import up: the project stays as it was, unless it is just becoming a part of it, which is finished. */
  'import.cancel': call(z.strictObject({ job: idSchema }).readonly(), z.null()),
  'documents.open': call(z.strictObject({ id: idSchema }).readonly(), openDocumentSchema),
  /** Takes documents out, with everything that hangs on them. */
  'documents.remove': call(
    z.strictObject({ ...act, documents: z.array(idSchema).min(1).readonly() }).readonly(),
    actedSchema,
  ),
  /** Says the same of several documents. `null` where it is said of all of them already. */
  'documents.edit': call(
    z
      .strictObject({
        ...act,
        documents: z.array(idSchema).min(1).readonly(),
        edit: documentEditSchema,
      })
      .readonly(),
    actedSchema,
  ),

  'journal.commit': call(journalDraftSchema, actedSchema),
  /** `id` becomes the id of the new entry. The value is `null` where there is nothing to undo. */
  'journal.undo': call(z.strictObject(act).readonly(), actedSchema),
  'journal.redo': call(z.strictObject(act).readonly(), actedSchema),
  /** Entries from the newest down, those before an entry where `before` names its `seq`. */
  'journal.list': call(
    z
      .strictObject({
        before: z.int().positive().nullable(),
        limit: z.int().positive().max(200),
      })
      .readonly(),
    z.array(journalSummarySchema).readonly(),
  ),
  /** Makes everything as it was right after the entry `seq` (0: as it was before the first), by one entry that can be undone. `null` where it is so already. */
  'journal.goBack': call(
    z.strictObject({ ...act, seq: z.int().nonnegative() }).readonly(),
    actedSchema,
  ),

  'project.usage': call(none, usageSchema),
  /** Takes a label out; `by` gets its annotations, or they go with it where that is `null`. */
  'labels.replace': call(
    z.strictObject({ ...act, label: z.string(), by: z.string().nullable() }).readonly(),
    actedSchema,
  ),
  'relationTypes.replace': call(
    z.strictObject({ ...act, relationType: z.string(), by: z.string().nullable() }).readonly(),
    actedSchema,
  ),
  /** Merges speakers into `by`, or takes them out of every annotation where that is `null`. */
  'speakers.replace': call(
    z
      .strictObject({
        ...act,
        speakers: z.array(idSchema).min(1).readonly(),
        by: idSchema.nullable(),
      })
      .readonly(),
    actedSchema,
  ),
  /** Writes the tag set as JSON; `ticket` is `null` for a download (browser shell only). */
  'tagSet.export': call(
    z.strictObject({ ticket: ticketSchema.nullable() }).readonly(),
    z.strictObject({ fileName: z.string(), download: z.string().nullable() }).readonly(),
  ),

  /** Annotations of any document whose text and speakers hold all words of `query`, whatever their case. */
  'annotations.find': call(
    z
      .strictObject({
        query: z.string().max(1000),
        /** Ids of labels; an empty list for any. */
        labels: z.array(z.string()).readonly(),
        /** A document that is left out. */
        except: idSchema.nullable(),
      })
      .readonly(),
    foundAnnotationsSchema,
  ),
  /** The document that an annotation is in; `null` where there is no such annotation. */
  'annotations.locate': call(
    z.strictObject({ id: idSchema }).readonly(),
    z.strictObject({ documentId: idSchema.nullable() }).readonly(),
  ),
  /** Annotations with a label that no relation of a type begins at (`from`) or ends at (`to`). */
  'annotations.unrelated': call(
    z
      .strictObject({ label: z.string(), relationType: z.string(), end: z.enum(['from', 'to']) })
      .readonly(),
    foundAnnotationsSchema,
  ),
  /** Every place where a text occurs, in one document or in all of them. */
  'occurrences.find': call(
    z
      .strictObject({
        text: z.string().min(1).max(10_000),
        matchCase: z.boolean(),
        wholeWords: z.boolean(),
        documentId: idSchema.nullable(),
      })
      .readonly(),
    z
      .strictObject({ occurrences: z.array(occurrenceSchema).readonly(), complete: z.boolean() })
      .readonly(),
  ),

  ...statisticsCalls,
  ...searchCalls,

  'view.save': call(
    z.strictObject({ documentId: idSchema, view: documentViewSchema }).readonly(),
    z.null(),
  ),

  'export.run': call(
    z
      .strictObject({
        job: idSchema,
        format: exportFormatSchema,
        options: exportOptionsSchema,
        scope: exportScopeSchema,
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
        report: reportSchema,
        /** Path below the page's own origin where the download waits, once. */
        download: z.string().nullable(),
      })
      .readonly(),
  ),

  'export.cancel': call(z.strictObject({ job: idSchema }).readonly(), z.null()),

  /** Proves the open project: its file, every text, every annotation, the journal. Changes nothing. */
  'check.run': call(z.strictObject({ job: idSchema }).readonly(), checkReportSchema),
  'check.cancel': call(z.strictObject({ job: idSchema }).readonly(), z.null()),

  /** Finds documents that carry the same article, whole or much of it. Changes nothing. */
  'copies.find': call(z.strictObject({ job: idSchema }).readonly(), copiesFoundSchema),
  /** Works out what carrying the annotations of one document over to others comes to. Changes nothing. */
  'copies.preview': call(
    z
      .strictObject({ job: idSchema, from: idSchema, to: z.array(idSchema).min(1).readonly() })
      .readonly(),
    carryingsSchema,
  ),
  'copies.cancel': call(z.strictObject({ job: idSchema }).readonly(), z.null()),

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
  | keyof typeof shellCalls
  | 'places.choose'
  | 'places.list'
  | 'places.name'
export type WorkbenchCallName = Exclude<CallName, ShellCallName>

/** Every event the page is sent. */
const events = {
  /** An entry was committed, by this page or another one on the same project. */
  committed: toldCommitSchema,
  /** Another project is open now, or none: its id, for a page that did not open it to ask for the rest. */
  projectChanged: z.strictObject({ id: idSchema }).readonly().nullable(),
  preferencesChanged: preferencesSchema,
  /**
   * Much was changed at once, and this or a part of this is what it left: by an import, of which nothing comes as `committed`,
   * or by an act, whose `committed` comes after it.
   */
  changedInBulk: bulkChangeSchema,
  jobProgress: jobProgressSchema,
  /** A backup that was due could not be made; told once, until one is made again. */
  backupFailed: failureSchema,
  /** How far the index of texts is that searches use, while it is made; sent only where that takes more than a moment. */
  searchIndex: searchIndexSchema,
  /** A command of the page was chosen in the menu of the desktop shell: its id. */
  menu: z.strictObject({ command: z.string() }).readonly(),
  /** The window wants to close: finish what waits, then call `window.readyToClose`. */
  closing: none,
} as const

type EventName = keyof typeof events
type EventValue<Name extends EventName> = z.infer<(typeof events)[Name]>
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
