import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { exportFormats } from '../../app/workbench/exporters/formats.ts'
import { exportFormatSchema, type ExportFormat } from '../../shared/contract.ts'
import { writeBratFolder, writeProject, type ExchangeScale } from './exchange-corpus.ts'

const run = promisify(execFile)
const script = join(import.meta.dirname, 'exchange-process.ts')

/** What an import or export of this size took. */
export type ExchangeResult = {
  readonly what: string
  readonly documents: number
  readonly annotations: number
  readonly bytes: number
  /** In ms. */
  readonly spent: number
  /** The most memory over what the process had at its start, in MiB. */
  readonly memory: number
  /** How long `JSON.stringify` and `writeFile` take for the same content, in ms; `null` where it was not measured. */
  readonly plain: number | null
}

const imported: ExchangeScale = { documents: 1000, annotationsEach: 100 }
const exported: ExchangeScale = { documents: 5000, annotationsEach: 100 }
const small: ExchangeScale = { documents: 500, annotationsEach: 100 }

/** Formats that are written and never read back. */
const writtenOnly: ReadonlySet<ExportFormat> = new Set(['parquet'])

/**
 * A large import, a large export, and a tenth of it each way in every format. What is imported is what was exported: the
 * same articles and annotations for all, but for what a format cannot hold.
 */
export async function measureExchange(
  say: (line: string) => void,
): Promise<readonly ExchangeResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'))
  try {
    say('Writing what is imported and exported …')
    writeBratFolder(join(folder, 'brat'), imported)
    writeProject(join(folder, 'large.verbatim'), exported)
    writeProject(join(folder, 'small.verbatim'), small)
    const results = [
      await measure('Large import of brat', [
        'import',
        join(folder, 'brat'),
        join(folder, 'new.verbatim'),
      ]),
      await measureExport(folder, 'large', 'json'),
    ]
    for (const format of exportFormatSchema.options) {
      say(`Exporting ${format} …`)
      results.push(await measureExport(folder, 'small', format))
      if (writtenOnly.has(format)) continue
      say(`Importing ${format} …`)
      results.push(await measureImport(folder, format))
    }
    return results
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Formats are known by content; CSV and CoNLL by their names as well. */
function targetOf(folder: string, project: string, format: ExportFormat): string {
  return join(folder, `${project}-${format}${exportFormats[format].extension ?? ''}`)
}

async function measureExport(folder: string, project: string, format: ExportFormat) {
  const target = targetOf(folder, project, format)
  return measure(`Export as ${format}`, [
    'export',
    join(folder, `${project}.verbatim`),
    target,
    '--format',
    format,
  ])
}

async function measureImport(folder: string, format: ExportFormat) {
  return measure(`Import of ${format}`, [
    'import',
    targetOf(folder, 'small', format),
    join(folder, `new-${format}.verbatim`),
  ])
}

async function measure(what: string, args: readonly string[]): Promise<ExchangeResult> {
  const { stdout } = await run(process.execPath, [script, ...args])
  const measured: Omit<ExchangeResult, 'what'> = JSON.parse(stdout)
  return { what, ...measured }
}

/** For reading: a line for each. */
export function exchangeTable(results: readonly ExchangeResult[]): string {
  const lines = results.map(({ what, documents, annotations, bytes, spent, memory, plain }) => {
    const pace = (number: number) => Math.round(number / (spent / 1000)).toLocaleString('en')
    const size = bytes === 0 ? '' : `, ${(bytes / 1e6).toFixed(1)} MB`
    const ratio =
      plain === null ? '' : `, ${(spent / plain).toFixed(1)} × JSON.stringify and writeFile`
    return (
      `${what}: ${documents.toLocaleString('en')} documents, ${annotations.toLocaleString('en')} annotations${size} in ` +
      `${(spent / 1000).toFixed(2)} s (${pace(documents)} documents/s, ${pace(annotations)} annotations/s), ` +
      `${memory.toFixed(0)} MiB over the start${ratio}`
    )
  })
  return lines.join('\n')
}
