import { setTimeout } from 'node:timers/promises'

import type { CountRequest } from '../../shared/contract.ts'
import { newId } from '../../shared/model/id.ts'
import { seed } from './generate-project.ts'
import { measureCounting, measureMatching } from './peers.ts'
import { calmDown, longestOfPage, mebibyte, type Bench } from './project-bench.ts'
import type { ProjectMeasure } from './project-measures.ts'
import { searchQueries } from './search-queries.ts'
import type { ServedProject } from './serve-project.ts'

const searches = 200
/** How many of them are also typed into the page. */
const typed = 10
const countings = 5

/** Asks the project as a whole: searches it, counts in it, and looks for copies. */
export async function measureQuestions(bench: Bench): Promise<void> {
  await untilIndexed(bench.served)
  const queries = await measureSearches(bench)
  await measureTyping(bench, queries.slice(0, typed))
  await measureNumbers(bench)
  await measureCopies(bench)
  bench.record('askMemory', (await bench.served.health()).peak / mebibyte)
}

/** Waits until every text is in the index of words, as soon after an import. */
export async function untilIndexed({ call }: ServedProject): Promise<void> {
  for (;;) {
    const { progress } = await call('search.run', { query: 'harbour', order: 'document' })
    if (progress.scanned === null) return
    await setTimeout(200)
  }
}

async function measureSearches(bench: Bench): Promise<readonly string[]> {
  const { served, path, record } = bench
  const project = await served.call('project.current', {})
  const names = (project?.speakers ?? []).map(({ name }) => name)
  const queries = searchQueries(searches, names, seed)
  await calmDown(bench)
  for (const query of queries) {
    const began = performance.now()
    const { progress } = await served.call('search.run', { query, order: 'document' })
    record('search', performance.now() - began)
    for (;;) {
      const { counts } = await served.call('search.progress', { search: progress.search })
      if (counts !== null) break
    }
    record('facets', performance.now() - began)
  }
  await recordTasks(bench, ['searchServer', 'searchWork', 'searchPage'])
  for (const sample of measureMatching(path)) record('search', sample, 'node:sqlite')
  for (const sample of measureCounting(path)) record('facets', sample, 'node:sqlite')
  return queries
}

/** Types queries into the box; each until its counts are there. */
async function measureTyping(bench: Bench, queries: readonly string[]): Promise<void> {
  const { page, record } = bench
  await page.keyboard.press('ControlOrMeta+Shift+f')
  const box = page.getByRole('combobox', { name: 'Search the project' })
  await calmDown(bench)
  for (const query of queries) {
    await box.fill(query)
    // The box waits a moment for more to be typed, and the counts come when all was looked through.
    await setTimeout(700)
  }
  record('typePage', await longestOfPage(page))
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
}

const request: CountRequest = {
  filter: { labels: [], speakers: [], sources: [], dates: [], annotators: [], denials: [] },
  unit: 'month',
  denies: { relationType: 'denies', label: 'claim' },
}

/** Counts everything: the first time, when what is counted is gathered, and again. */
async function measureNumbers(bench: Bench): Promise<void> {
  const { page, served, record } = bench
  await calmDown(bench)
  for (let time = 0; time <= countings; time += 1) {
    const began = performance.now()
    await served.call('statistics.counts', request)
    record(time === 0 ? 'countFirst' : 'count', performance.now() - began)
  }
  await page.keyboard.press('Alt+u')
  await page.locator('.numbers[aria-busy="false"] .picture').first().waitFor()
  await setTimeout(1000)
  await page.keyboard.press('Escape')
  await recordTasks(bench, ['countServer', 'countWork', 'countPage'])
}

async function measureCopies(bench: Bench): Promise<void> {
  await calmDown(bench)
  const began = performance.now()
  await bench.served.call('copies.find', { job: newId() })
  bench.record('copies', performance.now() - began)
  await recordTasks(bench, ['copiesServer', 'copiesWork', 'copiesPage'])
}

async function recordTasks(
  { page, served, record }: Bench,
  [ofServer, atWork, ofPage]: readonly [ProjectMeasure, ProjectMeasure, ProjectMeasure],
): Promise<void> {
  const { longest, busiest } = await served.health()
  record(ofServer, longest)
  record(atWork, busiest)
  record(ofPage, await longestOfPage(page))
}
