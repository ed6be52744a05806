import type { Migration } from './migration.ts'
import { fromVersion1 } from './version-1.ts'

/** In order; the last one leads to `schemaVersion`. */
export const migrations: readonly Migration[] = [fromVersion1]
