// `npm test`: every check there is, in order, all of them even where one fails. The last line printed is the count.
import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { journeyOutcomes } from './test/journey-report.ts'
import {
  closingLines,
  tallyOfRun,
  tallyOfStep,
  total,
  type Outcome,
  type Tally,
} from './test/tally.ts'
import { unitOutcomes } from './test/unit-report.ts'

const root = join(import.meta.dirname, '..')
const results = join(root, 'out/test')
const unitReport = join(results, 'unit.json')
const journeyReport = join(results, 'journeys.json')

// Results of an earlier run are none of this one.
await rm(results, { recursive: true, force: true })
await mkdir(results, { recursive: true })

const tallies = [
  await step('Types', 'tsc -b'),
  await step('Lint', 'oxlint --deny-warnings'),
  await step('Format', 'oxfmt --check'),
  await step('Unused code and dependencies', 'knip'),
  await step('Build', 'electron-vite build'),
  await tests(
    'Unit tests',
    `vitest run --reporter=default --reporter=json --outputFile.json="${unitReport}"`,
    { file: unitReport, read: unitOutcomes },
  ),
  await tests('Journeys', 'playwright test --reporter=list,json', {
    file: journeyReport,
    read: journeyOutcomes,
  }),
]

const tally = total(tallies)
console.log()
for (const line of closingLines(tally)) console.log(line)
process.exitCode = tally.failures.length === 0 ? 0 : 1

type Report = {
  readonly file: string
  readonly read: (report: unknown) => readonly Outcome[] | null
}

async function step(name: string, command: string): Promise<Tally> {
  return tallyOfStep(name, await run(name, command))
}

async function tests(name: string, command: string, { file, read }: Report): Promise<Tally> {
  const exitCode = await run(name, command)
  return tallyOfRun(name, exitCode, read(await readReport(file)))
}

/** `undefined`, which is no report, where the runner wrote none or broke off in it. */
async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    console.error(`${file} could not be read: ${String(error)}`)
    return undefined
  }
}

/** Runs a command of an installed package in the checkout; npm has put these on the path. Gives its exit code. */
function run(name: string, command: string): Promise<number> {
  console.log(`\n${name}: ${command}`)
  const child = spawn(command, {
    cwd: root,
    stdio: 'inherit',
    // The commands are shell scripts, or batch files on Windows.
    shell: true,
    env: {
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: journeyReport,
      // The program is started some hundred times: its sources are read once.
      NODE_COMPILE_CACHE: join(results, 'compile-cache'),
    },
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
