import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser } from '@playwright/test'

import { newId } from '../../shared/model/id.ts'
import { writeBratFolder } from '../exchange/exchange-corpus.ts'
import { viewport } from '../measure.ts'
import type { Awaited } from '../pages/project.ts'
import { tagKey } from '../pages/timing.ts'
import { createRandom } from '../random.ts'
import { servePages } from '../serve-pages.ts'
import { summarize } from '../statistics.ts'
import { openBarePage } from './bare-page.ts'
import { copyProject } from './cached-project.ts'
import { seed } from './generate-project.ts'
import { measureQuestions, untilIndexed } from './measure-questions.ts'
import { measureParsing, measureSqlite } from './peers.ts'
import { calmDown, longestOfPage, mebibyte, type Bench } from './project-bench.ts'
import type { ProjectMeasure, ProjectResult, ProjectSubject } from './project-measures.ts'
import type { ProjectScale } from './project-scale.ts'
import { serveProject, type ServedProject } from './serve-project.ts'

/** How often a project is opened, each time by a new process and in a new page. */
const openings = 7
/** How often two documents are switched to, each by another key. */
const rounds = 15
/** How long the key of a tag is held, in ms: letting it go is input too, and comes when the frame that shows the press is drawn. */
const heldFor = 70
/** What is imported, so often: enough for some dozens of tags. */
const imported = { documents: 1500, annotationsEach: 50 } as const
const imports = 3
/** Tags of a document before another one is opened, and how long people think before each, in ms at most. */
const tagsEach = 4
const longestThought = 400

/** What is done and measured once a project is open, in this order. */
const steps: readonly ((bench: Bench) => Promise<void>)[] = [
  measureWork,
  measureImporting,
  measureQuestions,
]

/** Measures the whole workbench in generated projects of these sizes. */
export async function measureProjects(
  browser: Browser,
  scales: readonly ProjectScale[],
  say: (line: string) => void,
): Promise<readonly ProjectResult[]> {
  const pages = await servePages(['project.ts', 'bare.ts'])
  try {
    const results: ProjectResult[] = []
    for (const scale of scales) {
      const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'))
      try {
        const path = join(folder, 'project.verbatim')
        await copyProject(path, scale, say)
        say(`Project of ${scale.documents.toLocaleString('en')} documents …`)
        const samples = await measureProject(browser, pages.origin, folder, path)
        results.push(
          ...[...samples].map(([, { measure, subject, values }]) => ({
            ...scale,
            measure,
            subject,
            ...summarize(values),
          })),
        )
      } finally {
        await rm(folder, { recursive: true })
      }
    }
    return results
  } finally {
    await pages.close()
  }
}

type Samples = {
  readonly measure: ProjectMeasure
  readonly subject: ProjectSubject
  readonly values: number[]
}

async function measureProject(browser: Browser, scripts: string, folder: string, path: string) {
  const all = new Map<string, Samples>()
  const record: Bench['record'] = (measure, sample, subject = 'Verbatim') => {
    const key = `${measure} ${subject}`
    const samples = all.get(key) ?? { measure, subject, values: [] }
    samples.values.push(sample)
    all.set(key, samples)
  }

  const sqlite = measureSqlite(path)
  for (const measure of ['open', 'switch', 'save'] as const) {
    for (const sample of sqlite[measure]) record(measure, sample, 'node:sqlite')
  }
  // It is then among the recent projects, and all its texts are in the index of words, as they are soon after an import.
  const first = await serveProject(folder, path)
  await untilIndexed(first)
  await first.close()
  await using bare = await openBarePage(browser, `${scripts}/bare.js`, folder)
  for (let opening = 1; opening <= openings; opening += 1) {
    const began = performance.now()
    const served = await serveProject(folder, null)
    const page = await browser.newPage({ viewport, bypassCSP: true })
    try {
      await page.goto(served.url)
      await page.getByRole('grid', { name: 'Recent projects' }).getByRole('row').waitFor()
      record('start', performance.now() - began)
      await page.addScriptTag({ url: `${scripts}/project.js`, type: 'module' })
      await page.waitForFunction(() => globalThis.projectBenchmark !== undefined)
      const bench: Bench = { page, served, bare, path, random: createRandom(seed), record }
      await measureOpening(bench)
      // Of a process that is measured no further: the answer takes memory in it.
      if (opening === 1) {
        const answer = JSON.stringify(await served.call('project.current', {}))
        for (const sample of measureParsing(answer)) record('open', sample, 'JSON.parse')
      }
      if (opening < openings) continue
      for (const step of steps) await step(bench)
    } finally {
      await page.close()
      await served.close()
    }
  }
  return all
}

async function measureOpening({ page, served, random, record }: Bench): Promise<void> {
  await page.getByRole('grid', { name: 'Recent projects' }).getByRole('row').focus()
  await calmDown({ page, served })
  const [opened] = await take({ page, random }, 'Enter', { kind: 'opening' })
  record('open', opened ?? Number.NaN)
  const { rss, longest } = await served.health()
  record('openServer', longest)
  record('openMemory', rss / mebibyte)
  record('openPage', await longestOfPage(page))
}

/** Goes through the project by keys: up and down in the list and Enter, then to the next document, with a tag in each. */
async function measureWork(bench: Bench): Promise<void> {
  const { page, served, random, record } = bench
  for (let round = 0; round < rounds; round += 1) {
    await page.keyboard.press('d')
    // From the two ends in turn, so that it is always another document, and never the last one.
    const [end, paging] = round % 2 === 0 ? ['Home', 'PageDown'] : ['End', 'PageUp']
    await page.keyboard.press(end)
    const count = random.between(1, 7)
    for (let at = 0; at < count; at += 1) await page.keyboard.press(paging)
    await measureSwitch(bench, 'Enter')
    await page.getByRole('textbox', { name: 'Article text' }).focus()
    await measureTagAtRest(bench)
    await measureSwitch(bench, ']')
    await measureTagAtRest(bench)
  }
  record('workMemory', (await served.health()).rss / mebibyte)
}

async function measureSwitch({ page, served, random, record }: Bench, key: string): Promise<void> {
  await calmDown({ page, served })
  const [painted, followed] = await take({ page, random }, key, { kind: 'switch', key, calm: true })
  record('switch', painted ?? Number.NaN)
  record('switchAll', followed ?? Number.NaN)
  record('switchPage', await longestOfPage(page))
  record('switchServer', (await served.health()).longest)
}

async function measureTagAtRest(bench: Bench): Promise<void> {
  const { page, served, record } = bench
  await measureTag(bench, ['tag', 'save', 'told'], true)
  record('tagPage', await longestOfPage(page))
  record('tagServer', (await served.health()).longest)
  await measureBare(bench, ['save', 'told'])
}

async function measureTag(
  { page, random, record }: Bench,
  [painting, saving, telling]: readonly [ProjectMeasure, ProjectMeasure, ProjectMeasure],
  calm: boolean,
): Promise<void> {
  const [painted, saved, told] = await take({ page, random }, tagKey, { kind: 'tag', calm })
  record(painting, painted ?? Number.NaN)
  record(saving, saved ?? Number.NaN)
  record(telling, told ?? Number.NaN)
}

async function measureBare(
  { bare, record }: Bench,
  [saving, telling]: readonly [ProjectMeasure, ProjectMeasure],
): Promise<void> {
  const [saved, told] = await bare.save(heldFor)
  record(saving, saved ?? Number.NaN, 'bare page')
  record(telling, told ?? Number.NaN, 'bare page')
}

/** Imports folders of articles of brat, and tags until they are stored. */
async function measureImporting(bench: Bench): Promise<void> {
  const { page, served, record } = bench
  const home = await served.call('places.list', { purpose: 'importFolder', folder: null })
  for (let round = 0; round < imports; round += 1) {
    writeBratFolder(join(home.path, `brat ${round}`), imported)
  }
  const { entries } = await served.call('places.list', { purpose: 'importFolder', folder: null })
  await calmDown({ page, served })
  const folders = entries.filter(({ name }) => name.startsWith('brat '))
  if (folders.length < imports) throw new Error('the folders to import are not listed')
  for (const { ticket } of folders) {
    const over = new AbortController()
    const importing = importPlace(served, ticket).finally(() => {
      over.abort()
    })
    while (!over.signal.aborted) await tagOneDocument(bench, over.signal)
    await importing
  }
  const { longest, busiest, peak } = await served.health()
  record('importServer', longest)
  record('importWork', busiest)
  record('importPage', await longestOfPage(page))
  record('importMemory', peak / mebibyte)
}

/** Opens the next document and tags in it, after thinking, and saves in the bare page by turns. */
async function tagOneDocument(bench: Bench, over: AbortSignal): Promise<void> {
  const { page, random } = bench
  await take(bench, ']', { kind: 'switch', key: ']', calm: false })
  for (let tag = 0; tag < tagsEach && !over.aborted; tag += 1) {
    await page.waitForTimeout(random.between(100, longestThought))
    await measureTag(bench, ['tagImporting', 'saveImporting', 'toldImporting'], false)
    await page.waitForTimeout(random.between(100, longestThought))
    await measureBare(bench, ['saveImporting', 'toldImporting'])
  }
}

async function importPlace({ call }: ServedProject, ticket: string): Promise<void> {
  const job = newId()
  await call('import.gather', { job, sources: [{ kind: 'place', ticket }] })
  await call('import.plan', { job, format: 'auto', annotator: 'Benchmark' })
  await call('import.read', { job, columns: {} })
  await call('import.store', { job, map: {} })
}

/** Presses a key in the page; gives the times from it until what the page was made ready for was painted, in ms. */
async function take(
  { page, random }: Pick<Bench, 'page' | 'random'>,
  key: string,
  awaited: Awaited,
): Promise<readonly number[]> {
  await page.evaluate((what) => globalThis.projectBenchmark?.await(what), awaited)
  // People press keys at any moment of a frame, and once they have seen what they selected.
  await page.waitForTimeout(random.between(50, 82))
  await page.keyboard.press(key, { delay: awaited.kind === 'tag' ? heldFor : 0 })
  const times = await page.evaluate(() => globalThis.projectBenchmark?.took())
  if (times === undefined) throw new Error('the page gave no times')
  return times
}
