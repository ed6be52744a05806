import type { DatabaseSync } from 'node:sqlite'

import { success, type Result } from '../../../shared/result.ts'
import { broughtUp } from './brought-up.ts'
import type { ProjectReader } from './project-file.ts'
import { resolvePath } from './resolve-path.ts'
import { openSnapshot } from './snapshot.ts'
import { tablesOf, type Tables } from './tables/tables.ts'

/** A project as it was at one moment, whatever is committed since. */
export type ProjectSnapshot = ProjectReader & {
  /** Number of annotations by label id; labels without any are left out. */
  readonly countByLabel: () => Readonly<Record<string, number>>
}

/**
 * Opens a project for reading as it is now, also one of an older layout. Works while another process has it open, and on read-only files and disks.
 * A file found damaged later, while it is read, throws an error that `failureOf` knows.
 */
export function openReader(path: string): Result<ProjectSnapshot> {
  const resolved = resolvePath(path)
  if (!resolved.ok) return resolved
  const snapshot = openSnapshot(resolved.value)
  if (!snapshot.ok) return snapshot
  const opened = broughtUp(snapshot.value, resolved.value)
  if (!opened.ok) return opened
  const tables = tablesOf(opened.value)
  return success({
    ...readerOn(resolved.value, opened.value, tables),
    countByLabel: tables.annotations.countByLabel,
  })
}

/** So many are read in a few milliseconds. */
const sliceOfDocuments = 100

/** The reading half of a project on an open connection. */
export function readerOn(path: string, db: DatabaseSync, tables: Tables): ProjectReader {
  return {
    path,
    project: tables.project.only,
    labels: tables.labels.all,
    relationTypes: tables.relationTypes.all,
    speakers: tables.speakers.all,
    documents: () => {
      const counts = tables.annotations.countByDocument()
      const waiting = tables.suggestions.countByDocument()
      return tables.documents.listed().map((document) => ({
        document,
        annotations: counts.get(document.id) ?? 0,
        suggestions: waiting.get(document.id) ?? 0,
      }))
    },
    *documentsInSlices() {
      let slice = tables.documents.summariesAfter(null, sliceOfDocuments)
      while (slice.length > 0) {
        yield slice
        slice = tables.documents.summariesAfter(slice.at(-1)?.document.id ?? null, sliceOfDocuments)
      }
    },
    documentsAmong: (ids) => ids.toSorted().flatMap((id) => tables.documents.summary(id) ?? []),
    wholeDocuments: tables.documents.all,
    document: tables.documents.get,
    text: tables.texts.get,
    annotations: tables.annotations.ofDocument,
    annotation: tables.annotations.get,
    relations: tables.relations.all,
    suggestions: tables.suggestions.ofDocument,
    relationsOf: tables.relations.ofDocument,
    close: () => {
      if (db.isOpen) db.close()
    },
  }
}
