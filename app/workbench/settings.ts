import { z } from 'zod'

import { purposeSchema } from '../../shared/contract.ts'
import { timeSchema } from '../../shared/model/id.ts'
import { storedPreferencesSchema } from './preferences.ts'
import { rememberedColumnsSchema } from './remembered-columns.ts'

const recentSchema = z
  .object({ path: z.string().min(1), name: z.string(), openedAt: timeSchema })
  .readonly()

/** A project that was open, most recent first in the settings. */
export type RecentFile = z.infer<typeof recentSchema>

/** In device-independent pixels. */
const boundsSchema = z
  .object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
  .readonly()

/**
 * What Verbatim remembers about a person, apart from any project. Each setting by itself falls back to its default
 * where what is stored does not fit: settings are never a reason not to start.
 */
const settingsSchema = z
  .object({
    preferences: storedPreferencesSchema,
    recentProjects: z.array(recentSchema).readonly().catch([]),
    /** The folder chosen last, by what it was chosen for. */
    lastFolders: z.partialRecord(purposeSchema, z.string()).readonly().catch({}),
    /** The folder for backups; `null` for the usual one. */
    backupFolder: z.string().min(1).nullable().catch(null),
    /** Which columns were chosen for tables. */
    tableColumns: rememberedColumnsSchema.catch([]),
    /** How the desktop window lay, `null` before it was ever closed. */
    window: z
      .object({ bounds: boundsSchema, maximized: z.boolean() })
      .readonly()
      .nullable()
      .catch(null),
  })
  .readonly()

export type Settings = z.infer<typeof settingsSchema>

/** Where a shell keeps the settings. */
export type SettingsStore = {
  readonly get: () => Settings
  /** Replaces the settings that are given and leaves the others. */
  readonly set: (change: Partial<Settings>) => void
}

/** Settings from whatever a store held. Never fails. */
export function parseSettings(stored: unknown): Settings {
  const isObject = typeof stored === 'object' && stored !== null && !Array.isArray(stored)
  return settingsSchema.parse(isObject ? stored : {})
}
