import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { parse as parseCsv } from 'csv-parse/sync'
import { SaxesParser } from 'saxes'
import { describe, expect, it, vi } from 'vitest'

import { exportFormatSchema, type ExportFormat } from '../../../shared/contract.ts'
import { exportProject } from '../exporters/export-project.ts'
import { exportFormats } from '../exporters/formats.ts'
import { expectToAddUp, importAll } from '../importers/import.fixture.ts'
import { checkProject } from '../project/check.ts'
import type { ProjectFile } from '../project/project-file.ts'
import { newProject, temporaryFolder, valueOf } from '../project/project.fixture.ts'
import { fillProject } from './hostile-project.fixture.ts'
import { hostileWords, type Words } from './hostile-strings.fixture.ts'

// Every import starts a thread.
vi.setConfig({ testTimeout: 120_000 })

async function exported(file: ProjectFile, format: ExportFormat) {
  const path = join(temporaryFolder(), `out${exportFormats[format].extension ?? ''}`)
  const target = { kind: 'file', path } as const
  const { report } = valueOf(await exportProject({ reader: file, format, target }))
  return { path, report }
}

function filesUnder(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)))
}

/** All that a project tells of its annotations, as far as a format does not lose it. */
function toldIn(file: ProjectFile, losses: ReadonlySet<string>): readonly string[] {
  const names = new Map(file.speakers().map(({ id, name }) => [id, name]))
  const told = file.wholeDocuments().flatMap((document) =>
    file
      .annotations(document.id)
      .map(({ label, quote, note, attribution, attributes, annotator }) =>
        JSON.stringify({
          label,
          quote: losses.has('whiteSpace') ? quote.replaceAll(/\s+/g, ' ') : quote,
          note: losses.has('notes') || note,
          speakers: losses.has('speakers') || attribution.map((id) => names.get(id)),
          attributes: losses.has('attributes') || sortedEntries(attributes),
          annotator: losses.has('annotators') || annotator,
          text: losses.has('whiteSpace') || file.text(document.sha256),
          source: losses.has('source') || document.source,
          author: losses.has('author') || document.author,
          date: losses.has('date') || document.date,
          assignee: losses.has('assignee') || document.assignee,
          tags: losses.has('tags') || document.tags,
          metadata: losses.has('metadata') || document.metadata,
        }),
      ),
  )
  return told.toSorted()
}

function sortedEntries(record: object): readonly (readonly [string, unknown])[] {
  return Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1))
}

describe.each(exportFormatSchema.options.filter((id) => id !== 'parquet'))('%s', (format) => {
  it('brings hostile strings back as they were', async () => {
    const file = newProject()
    fillProject(file, hostileWords)
    const { path, report: written } = await exported(file, format)
    const again = newProject()
    const { report } = await importAll(again, [{ kind: 'path', path }])
    expect(report.entries.filter(({ outcome }) => outcome !== 'changed')).toEqual([])
    expectToAddUp(report)
    expect(report.documents.stored).toBe(hostileWords.strings.length)
    const losses = new Set(written.losses.map(({ what }) => what))
    expect(toldIn(again, losses)).toEqual(toldIn(file, losses))
    again.close()
    expect(valueOf(checkProject(again.path)).findings).toEqual([])
  })
})

/** Every element with its attributes, by name, and whatever else XML can hold; throws where it is not well-formed. */
function markupOf(xml: string): ReadonlySet<string> {
  const found = new Set<string>()
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    for (const attribute of ['', ...Object.keys(attributes)]) found.add(`${name} ${attribute}`)
  })
  parser.on('processinginstruction', ({ target }) => found.add(`?${target}`))
  parser.on('doctype', () => found.add('!DOCTYPE'))
  parser.write(xml).close()
  return found
}

async function markupIn(words: Words, format: ExportFormat): Promise<readonly string[]> {
  const file = newProject()
  fillProject(file, words)
  const { path } = await exported(file, format)
  const files = filesUnder(path).filter((name) => /\.(?:xml|xmi)$/.test(name))
  const all = files.flatMap((name) => [...markupOf(readFileSync(name, 'utf8'))])
  return [...new Set(all)].toSorted()
}

it.each(['tei', 'uima-xmi', 'labelstudio'] as const)(
  'what is XML in %s has the same elements whatever the words in it are',
  async (format) => {
    // Line ends and a control character, as some of the others have, are spelt in ways of their own.
    const harmless: Words = {
      strings: hostileWords.strings.map((_, index) => `word ${index}\n\nword\u0001`),
      lines: hostileWords.lines.map((_, index) => `word ${index}`),
      guideline: 'Word',
    }
    const usual = new Set(await markupIn(harmless, format))
    const found = await markupIn(hostileWords, format)
    expect(found.length).toBeGreaterThan(2)
    expect(found.filter((each) => !usual.has(each))).toEqual([])
  },
)

it('no cell of a table is run as a formula', async () => {
  const file = newProject()
  fillProject(file, hostileWords)
  const { path } = await exported(file, 'csv')
  const rows: string[][] = parseCsv(readFileSync(path), { bom: true })
  expect(rows.length).toBeGreaterThan(hostileWords.strings.length)
  expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([])
})

it.each(['brat', 'tei'] as const)('files of %s stay in their folder', async (format) => {
  const file = newProject()
  fillProject(file, hostileWords)
  const { path } = await exported(file, format)
  const names = filesUnder(path).map((name) => name.slice(path.length + 1))
  expect(names.length).toBeGreaterThanOrEqual(hostileWords.strings.length)
  expect(
    names.filter((name) => /^\.|[<>:"/\\|?*\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(name)),
  ).toEqual([])
})
