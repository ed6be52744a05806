import { expect } from 'vitest'

import type { Report } from '../../../shared/exchange/report.ts'
import type { ProjectFile } from '../project/project-file.ts'
import { valueOf } from '../project/project.fixture.ts'
import { startImport, type Finished, type ImportRequest, type Steps } from './import-job.ts'
import type { Input } from './reading/input.ts'

/** Imports everything into a project, tables by their own guess. */
export async function importAll(
  file: ProjectFile,
  inputs: readonly Input[],
  options: Partial<ImportRequest> & {
    readonly map?: Readonly<Record<string, string>>
    readonly steps?: Steps
  } = {},
): Promise<Finished> {
  const { map = {}, steps = {}, ...request } = options
  await using job = startImport(file, {
    inputs,
    pastes: [],
    format: 'auto',
    annotator: 'Ada',
    ...request,
  })
  const { units } = await job.plan()
  const columns = units.flatMap(({ path, table }) => {
    const guess = table?.guess ?? null
    return guess === null ? [] : [[path, guess] as const]
  })
  await job.read(new Map(columns), steps)
  return valueOf(await job.store(map, steps))
}

/** A file in memory, by its path. */
export function bytesOf(name: string, content: string | Uint8Array): Input {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return { kind: 'bytes', name, bytes }
}

/** What was refused, changed or waits, in short. */
export function entriesOf({ entries }: Report) {
  return entries.map(({ outcome, thing, file, place, code }) => ({
    outcome,
    thing,
    file,
    place,
    code,
  }))
}

/** Read is stored and refused, and everything that was refused is listed, a thing at a time. */
export function expectToAddUp(report: Report): void {
  const listed = (...things: readonly string[]) =>
    report.entries.filter(({ outcome, thing }) => outcome !== 'changed' && things.includes(thing))
      .length
  const { documents, annotations, relations, suggestions } = report
  for (const { read, stored, refused } of [documents, annotations, relations, suggestions]) {
    expect(stored).toBeGreaterThanOrEqual(0)
    expect(refused).toBe(read - stored)
  }
  expect({
    documents: listed('document', 'file'),
    annotations: listed('annotation'),
    relations: listed('relation'),
    suggestions: listed('suggestion'),
  }).toEqual({
    documents: documents.refused,
    annotations: annotations.refused,
    relations: relations.refused,
    suggestions: suggestions.refused,
  })
}
