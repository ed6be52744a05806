// Runs one import or export in a process of its own, so that its memory is its own, and prints what was measured.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { exportProject } from '../../app/workbench/exporters/export-project.ts'
import { startImport } from '../../app/workbench/importers/import-job.ts'
import { createProject } from '../../app/workbench/project/create-project.ts'
import { openReader } from '../../app/workbench/project/reader.ts'
import { exportFormatSchema } from '../../shared/contract.ts'
import { valueOf } from '../seed-project.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { format: { type: 'string', default: 'json' } },
})
const [work = '', from = '', to = ''] = positionals

const mebibyte = 1024 * 1024
const before = process.memoryUsage().rss
let most = before
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss)
}, 10)
const began = performance.now()
const counts = work === 'import' ? await importFolder() : await exportTo()
const spent = performance.now() - began
clearInterval(watch)
const memory = (Math.max(most, process.memoryUsage().rss) - before) / mebibyte
const plain = work === 'export' && values.format === 'json' ? stringifyAndWrite() : null
process.stdout.write(JSON.stringify({ ...counts, spent, memory, plain }))

async function importFolder() {
  const file = valueOf(createProject(to, 'Benchmark'))
  await using job = startImport(file, {
    inputs: [{ kind: 'path', path: from }],
    pastes: [],
    format: 'auto',
    annotator: 'Benchmark',
  })
  await job.plan()
  await job.read(new Map(), {})
  const { report } = valueOf(await job.store({}, {}))
  file.close()
  return { documents: report.documents.stored, annotations: report.annotations.stored, bytes: 0 }
}

async function exportTo() {
  const reader = valueOf(openReader(from))
  const format = exportFormatSchema.parse(values.format)
  const target = { kind: 'file', path: to } as const
  const { documents, annotations, bytes } = valueOf(await exportProject({ reader, format, target }))
  reader.close()
  return { documents, annotations, bytes }
}

/** What the same bytes take when they are at hand as one object, in ms. */
function stringifyAndWrite(): number {
  const dataset: unknown = JSON.parse(readFileSync(to, 'utf8'))
  const start = performance.now()
  writeFileSync(`${to}.plain`, JSON.stringify(dataset))
  return performance.now() - start
}
