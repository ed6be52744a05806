import { isDeepStrictEqual } from 'node:util'

import { expect } from 'vitest'

import type { Remark } from '../../shared/exchange/remark.ts'
import { comparableDataset, type Dataset } from './comparable-dataset.fixture.ts'
import {
  defaultExportOptions,
  type ExportFormat,
  type ExportOptions,
} from './exporters/export-format.ts'
import type { Reading } from './importers/foreign.ts'
import type { ImportFormat, ReadOptions, SourceFile } from './importers/import-format.ts'
import { planInputs } from './importers/reading/plan-inputs.ts'
import { sampleOf } from './importers/reading/recognise.ts'
import { Refusal } from './importers/refusal.ts'
import { landedDataset } from './landed-dataset.fixture.ts'

export type Files = ReadonlyMap<string, Buffer>

/** What a format writes for a dataset, by file path. A format of one file writes it to `dataset` and its extension. */
export function filesOf(
  format: ExportFormat,
  dataset: Dataset,
  options: ExportOptions = defaultExportOptions,
): {
  readonly files: Files
  readonly refused: readonly Remark[]
  readonly changed: readonly Remark[]
} {
  const refused: Remark[] = []
  const changed: Remark[] = []
  const parts = new Map<string, Buffer[]>()
  const writer = format.start(dataset.head, options, {
    refuse: (remark) => refused.push(remark),
    change: (remark) => changed.push(remark),
  })
  const pieces = [
    writer.opening(),
    ...dataset.documents.map(({ document, relations }, index) =>
      writer.document(document, relations, index),
    ),
    writer.closing(dataset.relations),
  ]
  for (const each of pieces) {
    for (const { file, content } of each) {
      const path = format.extension === null ? file : `dataset${format.extension}`
      parts.set(path, [...(parts.get(path) ?? []), Buffer.from(content)])
    }
  }
  const files = new Map([...parts].map(([path, list]) => [path, Buffer.concat(list)]))
  return { files, refused, changed }
}

/** A file among others, in memory. Chunks are small, so that what is read piece by piece is cut everywhere. */
export function sourceFile(
  files: ReadonlyMap<string, Uint8Array>,
  path: string,
  chunk = 7,
): SourceFile {
  const bytes = files.get(path) ?? new Uint8Array()
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const siblingNames = [...files.keys()].flatMap((other) =>
    other.startsWith(folder) && !other.slice(folder.length).includes('/')
      ? [other.slice(folder.length)]
      : [],
  )
  return {
    path,
    size: bytes.length,
    bytes: async () => bytes,
    // oxlint-disable-next-line require-yield
    chunks: async function* () {
      for (let start = 0; start < bytes.length; start += chunk)
        yield bytes.subarray(start, start + chunk)
    },
    sibling: (name) => (files.has(folder + name) ? sourceFile(files, folder + name, chunk) : null),
    siblingNames,
  }
}

export const noOptions: ReadOptions = { columns: null }

/** Everything that a format reads of files, each file that it does not take as a companion of another. A thrown `Refusal` is a reading. */
export async function readingsOf(
  format: ImportFormat,
  files: ReadonlyMap<string, Uint8Array>,
  options: ReadOptions = noOptions,
): Promise<readonly Reading[]> {
  const readings: Reading[] = []
  for (const path of await mainFilesOf(format, files)) {
    try {
      for await (const reading of format.read(sourceFile(files, path, 65_536), options))
        readings.push(reading)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      readings.push({ kind: 'refused', remark: error.remark })
    }
  }
  return readings
}

async function mainFilesOf(
  format: ImportFormat,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<readonly string[]> {
  const companions = new Set<string>()
  const candidates: string[] = []
  for (const path of files.keys()) {
    const sample = await sampleOf(sourceFile(files, path, 65_536))
    if (format.recognise(sample) === 'no') continue
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    for (const name of format.companions?.(sample) ?? []) companions.add(folder + name)
    candidates.push(path)
  }
  return candidates.filter((path) => !companions.has(path))
}

/** Everything in files that were chosen for an import without saying what they are: found out and read as any file is. */
async function readingsFrom(files: Files, expected: ImportFormat): Promise<readonly Reading[]> {
  const inputs = [...files].map(([name, bytes]) => ({ kind: 'bytes', name, bytes }) as const)
  const { plan, files: planned } = await planInputs(inputs, 'auto')
  expect(plan.refused).toEqual([])
  expect(plan.units.filter(({ format }) => format !== expected.id)).toEqual([])
  const readings: Reading[] = []
  for (const { path, table } of plan.units) {
    const file = planned.file(path)
    if (file === null) throw new Error(`${path} is not planned`)
    const columns = table?.guess ?? null
    for await (const reading of expected.read(file, { columns })) readings.push(reading)
  }
  return readings
}

/**
 * Writes a dataset, finds out what the files are, reads them into a new project and writes it again: the bytes are the same, and so is the project but
 * for what the format says that it loses and what it refused (by id).
 */
export async function expectRoundTrip(
  exportFormat: ExportFormat,
  importFormat: ImportFormat,
  dataset: Dataset,
  options: ExportOptions = defaultExportOptions,
): Promise<void> {
  const first = filesOf(exportFormat, dataset, options)
  const landed = landedDataset(await readingsFrom(first.files, importFormat))
  expect(landed.told.filter(({ outcome }) => outcome !== 'changed')).toEqual([])
  const losses = new Set(exportFormat.loses(options))
  const refused = new Set(first.refused.map(({ id }) => id))
  expect(comparableDataset(landed.dataset, losses, new Set())).toEqual(
    comparableDataset(dataset, losses, refused),
  )
  const second = filesOf(exportFormat, landed.dataset, options)
  expect(textsOf(second.files)).toEqual(textsOf(first.files))
  expect(isDeepStrictEqual(second.files, first.files)).toBe(true)
}

function textsOf(files: Files): Readonly<Record<string, string>> {
  return Object.fromEntries([...files].map(([path, bytes]) => [path, bytes.toString('utf8')]))
}
