import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { formatsList } from './formats-list.ts'

const page = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8')

it('is what the page on formats tells', () => {
  const { import: read, export: written } = formatsList()
  const words = new Set(page.split(/[^\w-]+/))
  expect(read.filter(({ id }) => !words.has(id))).toEqual([])
  expect(written.filter(({ id }) => !page.includes(`\`${id}\` `))).toEqual([])
})

it('says what each format is for in a line, and its offsets in whole sentences', () => {
  for (const { name, description, remark, losses } of formatsList().export) {
    expect([name, description].filter((text) => text === '' || text.includes('\n'))).toEqual([])
    expect([remark, ...losses].filter((text) => !/^[A-Z].*\.$/.test(text))).toEqual([])
  }
})
