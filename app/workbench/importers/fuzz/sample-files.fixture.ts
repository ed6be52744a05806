import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { importFormats } from '../formats.ts'
import type { ImportFormat, Sample } from '../import-format.ts'
import { recognise } from '../reading/recognise.ts'
import { sampleOf, type Files } from './fuzz.fixture.ts'

const samples = join(import.meta.dirname, '../../../../../shared/samples')

/** Files that other tools wrote, each with those that are read beside it, by their format. Empty where there are none. */
export function sampleFiles(): ReadonlyMap<ImportFormat, readonly Files[]> {
  const found = new Map<ImportFormat, Files[]>()
  if (!existsSync(samples)) return found
  for (const files of sampleFolders(samples)) {
    for (const path of files.keys()) {
      const sample = sampleOf(files, path)
      const format = recogniseAmong(sample)
      if (format === undefined) continue
      const beside = (format.companions?.(sample) ?? []).filter((name) => files.has(name))
      const together = new Map(
        [path, ...beside].map((name) => [name, files.get(name) ?? new Uint8Array()] as const),
      )
      found.set(format, [...(found.get(format) ?? []), together])
    }
  }
  return found
}

/** The format that annotations of other tools are in; plain articles are no business of these tests. */
function recogniseAmong(sample: Sample): ImportFormat | undefined {
  const found = recognise(sample)
  return importFormats.find((each) => each === found && found.recognise(sample) !== 'possible')
}

/** The files of each folder that other tools wrote, with those below it that are read beside them. */
function* sampleFolders(folder: string): Generator<Files> {
  const entries = readdirSync(folder)
  const files = entries.filter((name) => statSync(join(folder, name)).isFile())
  yield new Map(files.map((name) => [name, readFileSync(join(folder, name))]))
  for (const name of entries.filter((each) => !files.includes(each))) {
    yield* sampleFolders(join(folder, name))
  }
}
