import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { checkProject } from '../../app/workbench/project/check.ts'
import { openReader } from '../../app/workbench/project/reader.ts'
import { valueOf } from '../seed-project.ts'
import { generateProject } from './generate-project.ts'
import { documentSize } from './project-scale.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('a generated project is sound, has what is promised of it, and is the same every time', async () => {
  const paths = ['one', 'other'].map((name) => join(folder, `${name}.verbatim`))
  for (const path of paths) generateProject(path, { documents: 100 })

  const [first = '', second = ''] = paths
  expect(valueOf(checkProject(first))).toEqual({
    documents: 100,
    annotations: 100 * documentSize.count,
    relations: 100,
    journalEntries: 2,
    findings: [],
  })
  expect(contentsOf(second)).toEqual(contentsOf(first))
})

function contentsOf(path: string) {
  const reader = valueOf(openReader(path))
  const documents = reader.documents().map(({ document }) => ({
    document,
    text: reader.text(document.sha256),
    annotations: reader.annotations(document.id),
  }))
  const contents = { documents, speakers: reader.speakers(), relations: reader.relations() }
  reader.close()
  return contents
}
