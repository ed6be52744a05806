import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { z } from 'zod'

import { sha256Of } from '../sha256.ts'

/** What a folder of copies says of its project, in a file of its own: the project may be gone when it is needed. */
const aboutSchema = z.object({ id: z.string(), name: z.string(), path: z.string() }).readonly()
export type AboutProject = z.infer<typeof aboutSchema>

const aboutName = 'project.json'

/** One copy: where it is, when it was made (ms since 1970), and its size in bytes. */
export type BackupCopy = { readonly path: string; readonly at: number; readonly bytes: number }

/** The copies of one project, newest first. */
export type BackedUpProject = AboutProject & { readonly copies: readonly BackupCopy[] }

/** The folder for copies of a project below `root`, made where it is not there. A project that was copied elsewhere has another. */
export function makeFolder(root: string, about: AboutProject): string {
  const mark = sha256Of(`${about.id}\n${about.path}`).slice(0, 8)
  const folder = join(root, `${fileNameOf(about)} ${mark}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, aboutName), `${JSON.stringify(about, null, 2)}\n`)
  return folder
}

/** `News 2026-11-26 00-50-12Z.verbatim`, for a time in ms since 1970. */
export function copyName(about: AboutProject, at: number): string {
  const time = new Date(at).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-')
  return `${fileNameOf(about)} ${time}Z.verbatim`
}

/** Of every project that has copies below `root`, by name. What is no copy is passed over. */
export function backedUpProjects(root: string): readonly BackedUpProject[] {
  return foldersIn(root)
    .flatMap((folder) => {
      const about = aboutIn(folder)
      const copies = about === null ? [] : copiesIn(folder)
      return about === null || copies.length === 0 ? [] : [{ ...about, copies }]
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}

/** The copies in the folder of one project, newest first. */
export function copiesIn(folder: string): readonly BackupCopy[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const at = timeIn(name)
      const path = join(folder, name)
      const stats = at === null ? undefined : statSync(path, { throwIfNoEntry: false })
      return at === null || stats === undefined ? [] : [{ path, at, bytes: stats.size }]
    })
    .toSorted((one, other) => other.at - one.at)
}

function timeIn(name: string): number | null {
  const [, day, hours, minutes, seconds] =
    / (\d{4}-\d\d-\d\d) (\d\d)-(\d\d)-(\d\d)Z\.verbatim$/.exec(name) ?? []
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`)
  return Number.isNaN(at) ? null : at
}

/** Short enough for any disk, also with a time behind it. */
function fileNameOf({ path }: AboutProject): string {
  return Array.from(basename(path, '.verbatim')).slice(0, 40).join('').trim()
}

function foldersIn(root: string): readonly string[] {
  try {
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(root, name))
  } catch (error) {
    // Nothing was backed up yet.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

function aboutIn(folder: string): AboutProject | null {
  try {
    return aboutSchema.parse(JSON.parse(readFileSync(join(folder, aboutName), 'utf8')))
  } catch (error) {
    // A folder of somebody else, or one that was never finished.
    const known = error instanceof SyntaxError || error instanceof z.ZodError
    if (known || (error instanceof Error && 'code' in error)) return null
    throw error
  }
}
