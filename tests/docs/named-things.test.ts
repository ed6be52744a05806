import { join } from 'node:path'

import { toString } from 'mdast-util-to-string'
import { describe, expect, test } from 'vitest'

import { commands as programCommands } from '../../app/cli/commands.ts'
import { formatsList } from '../../app/workbench/formats-list.ts'
import { usualCommands } from '../../renderer/commands/commands.ts'
import { keyName } from '../../renderer/commands/key-names.ts'
import { defaultLabels } from '../../shared/model/default-labels.ts'
import { documentStatuses } from '../../shared/model/document.ts'
import { defaultRelationTypes } from '../../shared/model/relation-type.ts'
import { parseQuery } from '../../shared/search/parse-query.ts'
import { conditions, facets, parts } from '../../shared/search/query.ts'
import { keysPage } from './keys-page.ts'
import {
  firstCellsIn,
  headingsIn,
  inlineCodeIn,
  markdownPage,
  markdownPages,
  root,
  sectionOf,
} from './markdown-pages.ts'

const commands = usualCommands({ labels: defaultLabels, relationTypes: defaultRelationTypes })

/** `npm run unit -- tests/docs --update` writes the page anew. */
test('the page of keys has every command with its keys', async () => {
  await expect(keysPage(commands)).toMatchFileSnapshot(join(root, 'docs/guide/keys.md'))
})

test('every key that a page names does something', () => {
  // Those of text fields, lists and the browser.
  const others = ['Tab', 'Enter', 'Space', 'Shift', 'Ctrl', 'Alt', '⌘', '⌥', 'Ctrl+A', 'Ctrl+C']
  const arrows = ['↑', '↓', 'Alt+←', 'Alt+→']
  const real = new Set([...commands.flatMap(({ keys }) => keys.map(keyName)), ...others, ...arrows])
  const unknown = markdownPages().flatMap(({ path, text }) =>
    Array.from(text.matchAll(/<kbd>.+?<\/kbd>(?:\+<kbd>.+?<\/kbd>)*/g), ([shown]) =>
      shown
        .replaceAll(/<\/?kbd>/g, '')
        .replace('&lt;', '<')
        .replace('&gt;', '>'),
    )
      .filter((key) => !real.has(key))
      .map((key) => `${path}: ${key}`),
  )
  expect(unknown).toEqual([])
})

describe('the page on search', () => {
  const page = markdownPage('docs/guide/search.md')
  const queries = firstCellsIn(page).flatMap(inlineCodeIn)

  test('shows queries that can be read', () => {
    expect(queries.length).toBeGreaterThan(20)
    expect(queries.filter((query) => !parseQuery(query).ok)).toEqual([])
  })

  test('has an example of every facet, with every value that facets have', () => {
    const asked = queries.flatMap((query) => {
      const parsed = parseQuery(query)
      return parsed.ok ? parsed.query.clauses.flat().map(({ term }) => term) : []
    })
    const shown = new Set(
      asked.flatMap((term) => (term.kind === 'facet' ? [`${term.facet}:${term.value}`] : [])),
    )
    const ofFacet = (facet: string): boolean =>
      [...shown].some((value) => value.startsWith(`${facet}:`))
    expect(facets.filter((facet) => !ofFacet(facet))).toEqual([])
    expect(parts.filter((part) => !shown.has(`has:${part}`))).toEqual([])
    expect(conditions.filter((condition) => !shown.has(`is:${condition}`))).toEqual([])
    const told = inlineCodeIn(page.tree)
    expect(documentStatuses.filter((status) => !told.includes(`status:${status}`))).toEqual([])
  })
})

describe('formats', () => {
  const { import: read, export: written } = formatsList()
  const ids = new Set([...read, ...written].map(({ id }) => id))

  test('are those that the tables of formats have', () => {
    const cells = firstCellsIn(markdownPage('docs/formats.md'))
    const told = new Set(cells.flatMap((cell) => toString(cell).split(', ')))
    expect([...ids].filter((id) => !told.has(id))).toEqual([])
    const coded = cells.flatMap(inlineCodeIn)
    expect(coded.toSorted()).toEqual(written.map(({ id }) => id).toSorted())
  })

  test('that can be written are each offered for something', () => {
    const page = sectionOf(markdownPage('docs/guide/import-export.md'), 'Which format for what')
    const offered = Array.from(page.matchAll(/`([\w-]+)`/g), ([, id]) => id ?? '')
    expect(offered.toSorted()).toEqual(written.map(({ id }) => id).toSorted())
  })
})

describe('the page on the command line', () => {
  const page = markdownPage('docs/guide/command-line.md')
  const common = new Set(['--json', '--help'])
  const options = (text: string): readonly string[] =>
    [...new Set(Array.from(text.matchAll(/--[a-z][\w-]*/g), ([option]) => option))]
      .filter((option) => !common.has(option))
      .toSorted()

  test('has every command under its name, in the order of the help', () => {
    expect(headingsIn(page).slice(1)).toEqual(programCommands.map(({ name }) => name))
  })

  test.each(programCommands)('tells every option of $name, and no other', (command) => {
    const real = options(`${command.usage} ${command.help}`)
    expect(options(sectionOf(page, command.name))).toEqual(real)
  })
})
