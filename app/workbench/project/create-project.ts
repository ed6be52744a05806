import { existsSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { t } from '../../../shared/language/translate.ts'
import { defaultLabels } from '../../../shared/model/default-labels.ts'
import { newId, timeNow } from '../../../shared/model/id.ts'
import { defaultRelationTypes } from '../../../shared/model/relation-type.ts'
import { failure, type Result } from '../../../shared/result.ts'
import { expected } from './failures.ts'
import { openProject, type OpenOptions } from './open-project.ts'
import type { ProjectFile } from './project-file.ts'
import { applicationId, schema, schemaVersion } from './schema.ts'
import { tablesOf, type Tables } from './tables/tables.ts'
import { appearAs, discardUnfinished, unfinishedBeside } from './whole-file.ts'

/** Most file systems take 255 bytes; SQLite adds up to eight for the files beside it, and backups have longer names. */
const maxNameBytes = 200

/**
 * Makes a project named `name` with the default tag set, and opens it. Never replaces a file. The file appears whole
 * or not at all: it is built under another name and then given its own.
 */
export function createProject(
  path: string,
  name: string,
  options: OpenOptions = {},
): Result<ProjectFile> {
  const target = resolve(path)
  if (existsSync(target)) return taken(target)
  const folder = dirname(target)
  if (!isFolder(folder)) return noFolder(target)
  if (Buffer.byteLength(basename(target)) > maxNameBytes) return tooLong(target)
  const unfinished = unfinishedBeside(target)
  try {
    buildProject(unfinished, (tables) => fillNew(tables, name))
    appearAs(unfinished, target)
  } catch (error) {
    return expected(error, target)
  } finally {
    discardUnfinished(unfinished)
  }
  return openProject(target, options)
}

function fillNew(tables: Tables, name: string): void {
  tables.project.put({ id: newId(), name, createdAt: timeNow(), searches: [] })
  for (const label of defaultLabels) tables.labels.put(label)
  for (const type of defaultRelationTypes) tables.relationTypes.put(type)
}

/** Makes a project file of the newest layout at a path where nothing is, with what `fill` puts into it. */
function buildProject(path: string, fill: (tables: Tables) => void): void {
  const steps = buildingProject(path, (tables) => {
    fill(tables)
    return []
  })
  steps.next()
}

/** The same, step by step. Where it is left early, what there is is of no use. */
export function* buildingProject<Step>(
  path: string,
  fill: (tables: Tables, db: DatabaseSync) => Iterable<Step>,
): Generator<Step, void> {
  const db = new DatabaseSync(path)
  try {
    db.exec('PRAGMA synchronous = FULL')
    db.exec(`BEGIN; ${schema}`)
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`)
    yield* fill(tablesOf(db), db)
    db.exec('COMMIT')
  } finally {
    db.close()
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function taken(path: string): Result<never> {
  return failure(
    'alreadyExists',
    t('failures:file.taken', { name: basename(path) }),
    t('failures:creating.openInstead'),
  )
}

function noFolder(path: string): Result<never> {
  return failure(
    'notFound',
    t('failures:creating.noFolder', { folder: dirname(path), name: basename(path) }),
    t('failures:creating.existingFolder'),
  )
}

function tooLong(path: string): Result<never> {
  return failure(
    'storage',
    t('failures:creating.tooLong', { name: basename(path) }),
    t('failures:creating.shorterName'),
  )
}
