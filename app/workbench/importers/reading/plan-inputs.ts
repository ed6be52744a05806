import { posix } from 'node:path'

import type { Remark } from '../../../../shared/exchange/remark.ts'
import { t } from '../../../../shared/language/translate.ts'
import { formatById } from '../formats.ts'
import type { ImportFormat, SourceFile } from '../import-format.ts'
import { remark } from '../landing/landing.ts'
import { Refusal } from '../refusal.ts'
import { listArchive } from './archive.ts'
import type { Entry, Input } from './input.ts'
import { listInputs } from './list-inputs.ts'
import type { Plan, Unit } from './protocol.ts'
import { hasExtension, isOfKnownName, recognise, sampleOf, unreadable } from './recognise.ts'
import { filesOf, type Files } from './source-file.ts'

export type PlannedInputs = { readonly plan: Plan; readonly files: Files }

/** Finds out what everything that was chosen is. `format` is the id of a format for all of it, or `auto`. */
export async function planInputs(inputs: readonly Input[], format: string): Promise<PlannedInputs> {
  const refused: Plan['refused'][number][] = []
  const skipped: string[] = []
  const listed = await listInputs(inputs)
  refused.push(...listed.refused)
  const entries = await unpacked(listed.entries, refused)
  const files = filesOf(entries)
  const found: { readonly entry: Entry; readonly format: ImportFormat }[] = []
  const unknown: { readonly entry: Entry; readonly reason: Remark | null }[] = []
  const companions = new Set<string>()

  for (const entry of entries) {
    const file = files.file(entry.path)
    if (file === null) continue
    const looked = await attempt(entry.path, refused, async () => lookAt(file, format))
    if (looked === null) continue
    const wanted = looked.format
    // A file of annotations may be empty, where another one has the text.
    const alone = wanted?.companions === undefined
    if (entry.size === 0 && alone && (entry.chosen || wanted !== null)) {
      refused.push({ path: entry.path, remark: emptyFile() })
    } else if (wanted !== null && (entry.chosen || looked.sure)) {
      found.push({ entry, format: wanted })
      const names = wanted.companions?.(looked.sample) ?? []
      for (const name of names) companions.add(posix.join(posix.dirname(entry.path), name))
    } else {
      // What is called an article and is no text is not passed over: it is one that is damaged.
      const named = entry.chosen || isOfKnownName(entry.path)
      unknown.push({ entry, reason: named ? unreadable(looked.sample) : null })
    }
  }
  for (const { entry, reason } of unknown) {
    const { path, chosen } = entry
    if (companions.has(path)) continue
    if (reason !== null) refused.push({ path, remark: reason })
    else if (chosen) refused.push({ path, remark: unknownFile() })
    else skipped.push(path)
  }
  const units: Unit[] = []
  for (const { entry, format: own } of found) {
    if (companions.has(entry.path)) continue
    const file = files.file(entry.path)
    const { tableHead } = own
    const table =
      tableHead === undefined || file === null
        ? null
        : await attempt(entry.path, refused, async () => tableHead(file))
    if (tableHead !== undefined && table === null) continue
    units.push({ path: entry.path, size: entry.size, format: own.id, table })
  }
  return { plan: { units, skipped, refused }, files }
}

async function lookAt(file: SourceFile, format: string) {
  const sample = await sampleOf(file)
  if (format === 'auto') {
    const found = recognise(sample)
    const surely = found !== null && found.recognise(sample) !== 'possible'
    return { sample, format: found, sure: surely }
  }
  const asked = formatById(format)
  const fits =
    asked !== null && (hasExtension(asked, file.path) || asked.recognise(sample) !== 'no')
  return { sample, format: asked, sure: fits }
}

/** Archives are replaced by what is in them; one that is a document (.docx) stays. */
async function unpacked(
  entries: readonly Entry[],
  refused: Plan['refused'][number][],
): Promise<readonly Entry[]> {
  const all: Entry[] = []
  for (const entry of entries) {
    const members = await attempt(entry.path, refused, async () => membersOf(entry))
    if (members !== null) all.push(...members)
  }
  return all
}

async function membersOf(entry: Entry): Promise<readonly Entry[]> {
  const file = filesOf([entry]).file(entry.path)
  if (file === null || entry.size < 4) return [entry]
  const sample = await sampleOf(file)
  const zip = sample.bytes[0] === 0x50 && sample.bytes[1] === 0x4b
  if (!zip || recognise(sample) !== null) return [entry]
  const members = await listArchive(entry)
  return members.filter(({ path }) => !isSystemFile(path))
}

/** What systems put beside the files of a person. */
function isSystemFile(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')
}

async function attempt<Value>(
  path: string,
  refused: Plan['refused'][number][],
  work: () => Promise<Value>,
): Promise<Value | null> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refused.push({ path, remark: error.remark })
    return null
  }
}

function emptyFile(): Remark {
  return remark({ thing: 'file', code: 'empty', reason: t('remarks:file.empty') })
}

function unknownFile(): Remark {
  return remark({ thing: 'file', code: 'binary', reason: t('remarks:file.unknown') })
}
