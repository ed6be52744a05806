import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { defaultLabels } from '../../../shared/model/default-labels.ts'
import { newId, timeNow } from '../../../shared/model/id.ts'
import { defaultRelationTypes } from '../../../shared/model/relation-type.ts'
import { failure, type Result } from '../../../shared/result.ts'
import { expected } from './failures.ts'
import { openProject, type OpenOptions } from './open-project.ts'
import type { ProjectFile } from './project-file.ts'
import { applicationId, schema, schemaVersion } from './schema.ts'
import { tablesOf } from './tables/tables.ts'

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
  const unfinished = join(folder, `.verbatim-${randomUUID()}.unfinished`)
  try {
    build(unfinished, name)
    giveName(unfinished, target)
    syncFolder(folder)
  } catch (error) {
    return expected(error, target)
  } finally {
    rmSync(unfinished, { force: true })
    rmSync(`${unfinished}-journal`, { force: true })
  }
  return openProject(target, options)
}

function build(path: string, name: string): void {
  const db = new DatabaseSync(path)
  try {
    db.exec('PRAGMA synchronous = FULL')
    db.exec(`BEGIN; ${schema}`)
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`)
    const tables = tablesOf(db)
    tables.project.put({ id: newId(), name, createdAt: timeNow(), searches: [] })
    for (const label of defaultLabels) tables.labels.put(label)
    for (const type of defaultRelationTypes) tables.relationTypes.put(type)
    db.exec('COMMIT')
  } finally {
    db.close()
  }
}

function giveName(unfinished: string, target: string): void {
  try {
    // A link, unlike a rename, never replaces what is there.
    linkSync(unfinished, target)
  } catch (error) {
    if (existsSync(target) || !hasNoLinks(error)) throw error
    renameSync(unfinished, target)
  }
}

/** FAT and some network disks have no links; they say so in different words. */
function hasNoLinks(error: unknown): boolean {
  const codes: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EINVAL']
  return error instanceof Error && 'code' in error && codes.includes(error.code)
}

/** Makes the new name itself survive a power cut. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function taken(path: string): Result<never> {
  return failure(
    'alreadyExists',
    `A file named “${basename(path)}” is there already.`,
    'It was left as it is. Choose another name, or open that project.',
  )
}

function noFolder(path: string): Result<never> {
  return failure(
    'notFound',
    `The folder “${dirname(path)}” is not there, so “${basename(path)}” could not be made in it.`,
    'Nothing was made. Choose a folder that exists.',
  )
}

function tooLong(path: string): Result<never> {
  return failure(
    'storage',
    `The name “${basename(path)}” is too long for a project file.`,
    'Nothing was made. Choose a shorter name.',
  )
}
