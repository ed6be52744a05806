import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it, vi } from 'vitest'

import type { ExportFormat } from '../../../shared/contract.ts'
import { exportProject } from '../exporters/export-project.ts'
import { exportFormats } from '../exporters/formats.ts'
import { pressProject } from '../press-project.fixture.ts'
import { checkProject } from '../project/check.ts'
import { newProject, temporaryFolder, valueOf } from '../project/project.fixture.ts'
import { bytesOf, expectToAddUp, importAll } from './import.fixture.ts'

// Every import starts a thread.
vi.setConfig({ testTimeout: 120_000 })

/** A dataset with something of every kind, what waits for review among it, as the JSON of its lines or all of it. */
async function datasetIn(format: ExportFormat): Promise<readonly unknown[]> {
  const { file } = pressProject()
  await importAll(file, [
    bytesOf('a.txt', 'He said so 😀.'),
    bytesOf('a.ann', 'T1\tQuote 3 7\tsays\nT2\tClaim 8 10\tso\nR1\tdenies Arg1:T2 Arg2:T1'),
  ])
  const path = join(temporaryFolder(), `out${exportFormats[format].extension ?? ''}`)
  valueOf(await exportProject({ reader: file, format, target: { kind: 'file', path } }))
  const text = readFileSync(path, 'utf8')
  const values = path.endsWith('.jsonl') ? text.trim().split('\n') : [text]
  return values.map((each): unknown => JSON.parse(each))
}

type Path = readonly (string | number)[]

/** Where strings are in a value, one of each kind: places in lists count alike. */
function stringsIn(value: unknown): readonly Path[] {
  const paths = new Map<string, Path>()
  const walk = (inner: unknown, path: Path): void => {
    if (typeof inner === 'string') {
      const kind = path.map((step) => (typeof step === 'number' ? '*' : step)).join('/')
      if (!paths.has(kind)) paths.set(kind, path)
    } else if (Array.isArray(inner)) inner.forEach((item, index) => walk(item, [...path, index]))
    else if (typeof inner === 'object' && inner !== null) {
      for (const [name, item] of Object.entries(inner)) walk(item, [...path, name])
    }
  }
  walk(value, [])
  return [...paths.values()]
}

/** A value with half a character at the end of one of its strings. */
function halved(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return `${String(value)}\uD83D`
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? halved(item, rest) : item))
  const entries = Object.entries(Object(value))
  return Object.fromEntries(
    entries.map(([name, item]) => [name, name === step ? halved(item, rest) : item]),
  )
}

it.each(['json', 'jsonl', 'w3c', 'doccano', 'prodigy'] as const)(
  'half a character in any string of %s costs no more than the thing that it is in',
  async (format) => {
    const extension = exportFormats[format].extension ?? ''
    const dataset = await datasetIn(format)
    const paths = stringsIn(dataset)
    const folder = join(temporaryFolder(), 'in')
    mkdirSync(folder)
    for (const [index, path] of paths.entries()) {
      const lines = dataset.map((value, at) =>
        JSON.stringify(at === path[0] ? halved(value, path.slice(1)) : value),
      )
      writeFileSync(join(folder, `${index}${extension}`), lines.join('\n'))
    }
    writeFileSync(join(folder, 'good.txt'), 'Good.')
    const file = newProject()
    const { report, documents } = await importAll(file, [{ kind: 'path', path: folder }])
    expect(paths.length).toBeGreaterThan(5)
    expect(documents.map(({ title }) => title)).toContain('good')
    expectToAddUp(report)
    expect(
      report.entries.every((entry) =>
        Object.values(entry).every((text) => text?.isWellFormed() ?? true),
      ),
    ).toBe(true)
    file.close()
    expect(valueOf(checkProject(file.path)).findings).toEqual([])
  },
)
