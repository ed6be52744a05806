import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

import { expect, test } from 'vitest'

import { pictures } from '../../scripts/screenshots/pictures.ts'
import { markdownPages, root } from './markdown-pages.ts'

const folder = join(root, 'docs/pictures')
const files = readdirSync(folder).toSorted()

/** The largest that a picture may be, in bytes: a page of them is read over slow lines. */
const largest = 160_000

test('every picture is made by script', () => {
  expect(files).toEqual(pictures.map(({ name }) => `${name}.png`).toSorted())
})

test('every picture is shown, and every one that is shown is there', () => {
  const shown = markdownPages().flatMap(({ text }) =>
    Array.from(text.matchAll(/pictures\/[\w-]+\.png/g), ([path]) => basename(path)),
  )
  expect([...new Set(shown)].toSorted()).toEqual(files)
})

test('pictures are small', () => {
  expect(files.filter((file) => statSync(join(folder, file)).size > largest)).toEqual([])
})
