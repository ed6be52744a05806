import type { Migration } from './migration.ts'
import { fromVersion1 } from './version-1.ts'
import { fromVersion2 } from './version-2.ts'

/** In order; the last one leads to `schemaVersion`. */
export const migrations: readonly Migration[] = [fromVersion1, fromVersion2]
