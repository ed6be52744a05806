import { z } from 'zod'

import { idSchema, timeSchema } from '../model/id.ts'
import { call } from './call.ts'
import { ticketSchema } from './places.ts'
import { projectStateSchema } from './project-state.ts'

/** The backups of one project, newest first. The project itself may be gone. */
const backedUpSchema = z
  .strictObject({
    name: z.string(),
    /** Of the project, for reading only. */
    folder: z.string(),
    fileName: z.string(),
    copies: z
      .array(
        z
          .strictObject({ ticket: ticketSchema, at: timeSchema, bytes: z.int().nonnegative() })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type BackedUp = z.infer<typeof backedUpSchema>
const backupListSchema = z.array(backedUpSchema).readonly()

/** Where backups go: the full path, for reading only, and whether it is the usual folder. */
const backupPlaceSchema = z.strictObject({ path: z.string(), isUsual: z.boolean() }).readonly()
export type BackupPlace = z.infer<typeof backupPlaceSchema>

/** What was found, or what became of it, in a project that was repaired. */
const repairedSchema = z
  .strictObject({
    fileName: z.string(),
    documents: z.int().nonnegative(),
    annotations: z.int().nonnegative(),
    /** Annotations that no longer fit their text and wait for review. */
    review: z.int().nonnegative(),
    relations: z.int().nonnegative(),
    /** Whole sentences: what could not be read, and what became of what no longer fits. */
    findings: z.array(z.string()).readonly(),
    /** The new file, to be opened. */
    ticket: ticketSchema,
  })
  .readonly()
export type Repaired = z.infer<typeof repairedSchema>

/** Sizes of a project file, in bytes. */
const compactedSchema = z
  .strictObject({ before: z.int().nonnegative(), after: z.int().nonnegative() })
  .readonly()

const none = z.strictObject({}).readonly()

/** What is done to project files as wholes. */
export const backupCalls = {
  'backups.make': call(none, z.strictObject({ at: timeSchema }).readonly()),
  'backups.list': call(none, backupListSchema),
  /** Copies a backup to a new file, which is opened. Never replaces a file. */
  'backups.restore': call(
    z.strictObject({ backup: ticketSchema, ticket: ticketSchema }).readonly(),
    projectStateSchema,
  ),
  'backups.place': call(none, backupPlaceSchema),
  /** Chooses the folder for backups; `null` for the usual one. */
  'backups.choosePlace': call(
    z.strictObject({ ticket: ticketSchema.nullable() }).readonly(),
    backupPlaceSchema,
  ),

  /** Writes the open project anew without the room that is free in it. */
  'project.compact': call(none, compactedSchema),
  /** Saves everything readable of a damaged project, which is not opened, to a new file. The page makes the id. */
  'project.repair': call(
    z.strictObject({ job: idSchema, damaged: ticketSchema, ticket: ticketSchema }).readonly(),
    repairedSchema,
  ),
  /** Gives a repair up: there is no new file. */
  'repair.cancel': call(z.strictObject({ job: idSchema }).readonly(), z.null()),
} as const
