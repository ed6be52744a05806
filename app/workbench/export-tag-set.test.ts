import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, test } from 'vitest'

import { defaultLabels } from '../../shared/model/default-labels.ts'
import { defaultRelationTypes } from '../../shared/model/relation-type.ts'
import { tagSetFileSchema } from '../../shared/model/tag-set.ts'
import { exportTagSet } from './export-tag-set.ts'
import { createPlaces } from './places.ts'
import { draftOf } from './project/model.fixture.ts'
import { codeOf, namesIn, newProject, valueOf } from './project/project.fixture.ts'

test('a tag set is written as JSON, to a place or for a download', async () => {
  const file = newProject()
  const folder = dirname(file.path)
  const places = createPlaces()
  const ticket = places.issue(join(folder, 'tags.json'))
  const written = await exportTagSet(file, { ticket }, { places, delivery: null })
  expect(valueOf(written)).toEqual({ fileName: 'tags.json', download: null })
  const text = readFileSync(join(folder, 'tags.json'), 'utf8')
  expect(tagSetFileSchema.parse(JSON.parse(text))).toMatchObject({
    labels: defaultLabels,
    relationTypes: defaultRelationTypes,
  })
  expect(text).toMatch(/^\{\n {2}"format": "verbatim-tag-set",\n/)

  const delivery = {
    reserve: (name: string) => Promise.resolve(join(folder, name)),
    offer: () => '/download/1',
  }
  const download = await exportTagSet(file, { ticket: null }, { places, delivery })
  expect(valueOf(download)).toEqual({
    fileName: 'News tag set.json',
    download: '/download/1',
  })
  expect(readFileSync(join(folder, 'News tag set.json'), 'utf8')).toBe(text)
})

test('what cannot be written is refused, and the project is never replaced', async () => {
  const file = newProject()
  const places = createPlaces()
  const channels = { places, delivery: null }
  const to = (path: string) => exportTagSet(file, { ticket: places.issue(path) }, channels)
  expect(codeOf(await to(file.path))).toBe('conflict')
  expect(codeOf(await to(join(dirname(file.path), 'no', 'tags.json')))).toBe('notFound')
  expect(codeOf(await exportTagSet(file, { ticket: null }, channels))).toBe('notAvailable')
  const gone = file.labels().map((before) => ({ entity: 'label', before, after: null }) as const)
  valueOf(file.commit(draftOf(...gone)))
  expect(codeOf(await to(join(dirname(file.path), 'tags.json')))).toBe('empty')
  expect(namesIn(dirname(file.path)).filter((name) => name.endsWith('.json'))).toEqual([])
})
