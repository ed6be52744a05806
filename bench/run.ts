// `npm run bench [-- --json] [-- --runs N] [-- --only editors|exchange|jobs|project]`: measures Verbatim beside other
// editors, imports and exports, what long work holds up, and projects of ten thousand articles.
import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { buildIfNeeded } from '../scripts/start/build.ts'
import { launchBrowser } from './browser.ts'
import { exchangeTable, measureExchange } from './exchange/measure-exchange.ts'
import { jobsTable, measureJobs } from './jobs/measure-jobs.ts'
import { measureApp } from './measure-app.ts'
import { measureEditors } from './measure-editors.ts'
import { measureProjects } from './project/measure-project.ts'
import { projectScales } from './project/project-scale.ts'
import { projectTable } from './project/project-table.ts'
import { ratiosOf, reachesOf } from './results.ts'
import { scales } from './scale.ts'
import { tableOf } from './table.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '7' },
    only: { type: 'string' },
  },
})
const runs = Number(values.runs)
if (!Number.isInteger(runs) || runs < 5) {
  console.error('--runs takes a whole number, 5 or more.')
  process.exit(2)
}

/** Whether a part is measured: all of them where none is named. */
function isWanted(part: 'editors' | 'exchange' | 'jobs' | 'project'): boolean {
  return values.only === undefined || values.only === part
}

const root = join(import.meta.dirname, '..')
if (!(await buildIfNeeded(root))) {
  console.error('Verbatim could not be built; the messages above say why.')
  process.exit(1)
}
const copy = join(root, 'out/bench.json')
const [loadBefore = 0] = loadavg()
const browser = await launchBrowser()
try {
  const options = { scales, runs, say: console.error }
  const results = isWanted('editors')
    ? [...(await measureEditors(browser, options)), ...(await measureApp(browser, options))]
    : []
  const exchange = isWanted('exchange') ? await measureExchange(console.error) : []
  const jobs = isWanted('jobs') ? await measureJobs(browser, console.error) : []
  const project = isWanted('project')
    ? await measureProjects(browser, projectScales, console.error)
    : []
  const ratios = ratiosOf(results)
  const reaches = reachesOf(results)
  const report = {
    date: new Date().toISOString(),
    machine: {
      processor: cpus()[0]?.model ?? 'unknown',
      threads: availableParallelism(),
      /** Processes that wanted to run in the last minute, at the start: above `threads`, times say little. */
      load: loadBefore,
      platform: `${process.platform} ${process.arch}`,
      node: process.version,
      chromium: browser.version(),
    },
    unit: 'ms',
    runs,
    results,
    ratios,
    reaches,
    exchange,
    jobs,
    project,
  }
  const json = `${JSON.stringify(report, null, 2)}\n`
  await mkdir(join(copy, '..'), { recursive: true })
  await writeFile(copy, json)
  process.stdout.write(
    values.json
      ? json
      : [
          `Load at the start: ${loadBefore.toFixed(1)} of ${availableParallelism()}`,
          ...(isWanted('editors') ? [tableOf(scales, results, ratios, reaches)] : []),
          ...(isWanted('exchange') ? [exchangeTable(exchange)] : []),
          ...(isWanted('jobs') ? [jobsTable(jobs)] : []),
          ...(isWanted('project') ? [projectTable(project)] : []),
          '',
        ].join('\n\n'),
  )
} finally {
  await browser.close()
}
