import { DatabaseSync } from 'node:sqlite'

import { success, type Result } from '../../../shared/result.ts'
import { busyTimeout } from './busy-timeout.ts'
import { expected } from './failures.ts'
import { lookupsOn } from './lookups.ts'
import type { ProjectLookups, ProjectReader } from './project-file.ts'
import { readerOn } from './reader.ts'
import { tablesOf } from './tables/tables.ts'

/** A project as it is at each moment it is asked. */
export type PresentProject = ProjectReader & ProjectLookups

/** For a thread of the program that has the project at `path` open: reads it beside that, without holding it up. */
export function openPresent(path: string): Result<PresentProject> {
  try {
    const db = new DatabaseSync(path, { readOnly: true, timeout: busyTimeout })
    const tables = tablesOf(db)
    return success({ ...readerOn(path, db, tables), ...lookupsOn(tables) })
  } catch (error) {
    return expected(error, path)
  }
}
