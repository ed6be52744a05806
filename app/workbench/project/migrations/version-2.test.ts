import { copyFileSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'

import { newId } from '../../../../shared/model/id.ts'
import { exportProject } from '../../exporters/export-project.ts'
import { checkProject } from '../check.ts'
import { openProject } from '../open-project.ts'
import type { ProjectFile } from '../project-file.ts'
import { dump, namesIn, temporaryFolder, valueOf } from '../project.fixture.ts'
import { openReader } from '../reader.ts'

const fixture = join(import.meta.dirname, '../fixtures/version-2.verbatim')

/** A copy of a project that version 2 wrote, itself brought up from version 1, in a folder of its own. */
function oldProject(): string {
  const path = join(temporaryFolder(), 'Old.verbatim')
  copyFileSync(fixture, path)
  return path
}

function opened(path: string): ProjectFile {
  const file = valueOf(openProject(path))
  onTestFinished(() => file.close())
  return file
}

test('it is brought up with a copy kept, and nothing is found in it afterwards', () => {
  const path = oldProject()
  opened(path).close()
  expect(namesIn(dirname(path))).toEqual(['Old (version 2).verbatim', 'Old.verbatim'])
  expect(valueOf(checkProject(path))).toMatchObject({
    documents: 3,
    annotations: 6,
    relations: 3,
    findings: [],
  })
})

const dataset = z.looseObject({
  labels: z.unknown(),
  relationTypes: z.unknown(),
  speakers: z.unknown(),
  relations: z.unknown(),
  documents: z.array(z.looseObject({})),
})

test('its dataset says what it said, with nothing known of what is new', async () => {
  const path = oldProject()
  const target = { kind: 'file', path: `${path}.json` } as const
  valueOf(await exportProject({ reader: opened(path), format: 'json', target }))
  const read = (name: string) => dataset.parse(JSON.parse(readFileSync(name, 'utf8')))
  const was = read(join(import.meta.dirname, '../fixtures/version-2.json'))
  const is = read(target.path)
  const added = {
    author: null,
    date: null,
    url: null,
    assignee: null,
    tags: [],
    metadata: {},
    suggestions: [],
  }
  expect(is.documents).toEqual(was.documents.map((document) => ({ ...document, ...added })))
  const { labels, relationTypes, speakers, relations } = was
  expect(is).toMatchObject({ labels, relationTypes, speakers, relations })
})

test('its whole history can be undone and redone', () => {
  const path = oldProject()
  const file = opened(path)
  const complete = dump(file)
  let undone = 0
  while (valueOf(file.undo(newId(), 'Ada')) !== null) undone += 1
  expect(undone).toBe(16)
  expect(file.documents()).toEqual([])
  for (let count = 0; count < undone; count += 1) valueOf(file.redo(newId(), 'Ada'))
  expect(dump(file)).toEqual(complete)
  file.close()
  expect(valueOf(checkProject(path)).findings).toEqual([])
})

test('where it is only read, it is read as it would become and left as it is', () => {
  const path = oldProject()
  const bytes = readFileSync(path)
  const reader = valueOf(openReader(path))
  const content = dump(reader)
  reader.close()
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(namesIn(dirname(path))).toEqual(['Old.verbatim'])
  expect(dump(opened(path))).toEqual(content)
})
