import { z } from 'zod'

import { timeSchema } from '../model/id.ts'

/**
 * A place on the serving side's disk that its user chose in a dialog there: an opaque ticket, never a path, so that
 * page content cannot name a file. Tickets die with the process.
 */
export const ticketSchema = z.string().regex(/^[0-9a-f]{32}$/)

export const placeSchema = z.strictObject({ ticket: ticketSchema, name: z.string() }).readonly()
export type Place = z.infer<typeof placeSchema>

export const purposeSchema = z.enum([
  'openProject',
  'newProject',
  'import',
  'importFolder',
  'export',
  'exportFolder',
  'exportTagSet',
  'backupFolder',
  'exportPicture',
])
export type Purpose = z.infer<typeof purposeSchema>

export const recentProjectSchema = z
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

export const folderSchema = z
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
