// `npm run bench [-- --json] [-- --runs N]`: measures Verbatim beside other editors and prints how they compare.
import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { launchBrowser } from './browser.ts'
import { measureEditors } from './measure-editors.ts'
import { ratiosOf, reachesOf } from './results.ts'
import { scales } from './scale.ts'
import { tableOf } from './table.ts'

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, runs: { type: 'string', default: '7' } },
})
const runs = Number(values.runs)
if (!Number.isInteger(runs) || runs < 5) {
  console.error('--runs takes a whole number, 5 or more.')
  process.exit(2)
}

const copy = join(import.meta.dirname, '../out/bench.json')
const browser = await launchBrowser()
try {
  const results = await measureEditors(browser, { scales, runs, say: console.error })
  const ratios = ratiosOf(results)
  const reaches = reachesOf(results)
  const report = {
    date: new Date().toISOString(),
    machine: {
      processor: cpus()[0]?.model ?? 'unknown',
      threads: availableParallelism(),
      platform: `${process.platform} ${process.arch}`,
      node: process.version,
      chromium: browser.version(),
    },
    unit: 'ms',
    runs,
    results,
    ratios,
    reaches,
  }
  const json = `${JSON.stringify(report, null, 2)}\n`
  await mkdir(join(copy, '..'), { recursive: true })
  await writeFile(copy, json)
  process.stdout.write(values.json ? json : `${tableOf(scales, results, ratios, reaches)}\n`)
} finally {
  await browser.close()
}
