import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'

import { createProject } from '../../app/workbench/project/create-project.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { newId, timeNow } from '../../shared/model/id.ts'
import { quoteOf, type Span } from '../../shared/text/span.ts'
import { writeBratFolder, type ExchangeScale } from '../exchange/exchange-corpus.ts'
import { viewport } from '../measure.ts'
import { valueOf } from '../seed-project.ts'
import { summarize, type Statistics } from '../statistics.ts'
import { connectTo, type JobClient } from './job-client.ts'

/** What else stood still, and for how long, while a job ran. */
export type JobResult = {
  readonly what: string
  /** How long the job took, in ms. */
  readonly spent: number
  /** The longest task of the process that serves the project and of the page, in ms; of the page, 0 where none took 50. */
  readonly longest: { readonly process: number; readonly page: number }
  /** The most of the processor’s time that a task of the process took, in ms: what is left of it where nothing else runs. */
  readonly busiest: number
  /** From sending a tag to the answer that it is on disk, in ms: what the page says `Saved` at. One after the other. */
  readonly tags: Statistics
  /** The most memory of the process, with all its threads, in MiB. */
  readonly memory: number
}

const scales = {
  '10,000 articles': { documents: 10_000, annotationsEach: 0 },
  '1,000 articles with 100,000 annotations': { documents: 1000, annotationsEach: 100 },
} as const satisfies Readonly<Record<string, ExchangeScale>>

/** Between the answer to one tag and the next tag, in ms. */
const pause = 50

const seenSchema = z.object({ longest: z.number(), busiest: z.number(), memory: z.number() })

/** Imports, exports, checks, counts and compares a large project, each while somebody goes on tagging in it with the page open. */
export async function measureJobs(
  browser: Browser,
  say: (line: string) => void,
): Promise<readonly JobResult[]> {
  const results: JobResult[] = []
  for (const [name, scale] of Object.entries(scales)) {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'))
    try {
      say(`Jobs, ${name} …`)
      writeBratFolder(join(folder, 'in'), scale)
      const path = join(folder, 'Jobs.verbatim')
      valueOf(createProject(path, 'Jobs')).close()
      results.push(...(await measureOn(browser, name, { folder, path })))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  return results
}

async function measureOn(
  browser: Browser,
  name: string,
  { folder, path }: { readonly folder: string; readonly path: string },
): Promise<readonly JobResult[]> {
  const script = join(import.meta.dirname, 'jobs-process.ts')
  const served = fork(script, [path, join(folder, 'in'), join(folder, 'settings')])
  const page = await browser.newPage({ viewport })
  try {
    const url = z.string().parse(await answerOf(served))
    const call = connectTo(url)
    const tag = await startTagging(call)
    await page.goto(url)
    await page.getByRole('textbox', { name: 'Article text' }).waitFor()
    // What starting took is not counted.
    await setTimeout(2000)
    const measure = (what: string, work: () => Promise<unknown>) =>
      measureDuring(`${what} ${name}`, work, { served, page, tag })
    return [
      await measure('Import of', () => importFolder(call)),
      await measure('Export as JSON of', () => exportJson(call)),
      await measure('Check of', () => call('check.run', { job: newId() })),
      await measure('Numbers of', () => countAll(call)),
      await measure('Copies among', () => call('copies.find', { job: newId() })),
    ]
  } finally {
    await page.close()
    served.send('close')
    await once(served, 'exit')
  }
}

async function importFolder(call: JobClient): Promise<void> {
  const job = newId()
  const { ticket } = await call('places.list', { purpose: 'import', folder: null })
  await call('import.gather', { job, sources: [{ kind: 'place', ticket }] })
  await call('import.plan', { job, format: 'auto', annotator: 'Benchmark' })
  await call('import.read', { job, columns: {} })
  await call('import.store', { job, map: {} })
}

async function exportJson(call: JobClient): Promise<void> {
  await call('export.run', {
    job: newId(),
    format: 'json',
    options: { w3cUnits: 'codePoint', overlaps: 'longest' },
    scope: { labels: [], statuses: [] },
    ticket: null,
  })
}

async function countAll(call: JobClient): Promise<void> {
  const filter = {
    labels: [],
    speakers: [],
    sources: [],
    dates: [],
    annotators: [],
    denials: [],
  }
  await call('statistics.counts', { filter, unit: 'month', denies: null })
  await call('statistics.words', { filter, denies: null })
  await call('statistics.work', { filter })
}

/** Adds an article, and gives what tags a word of it, another one each time. */
async function startTagging(call: JobClient): Promise<() => Promise<void>> {
  const words = Array.from({ length: 400 }, (_, index) => `word${index}`)
  const text = words.join(' ')
  const job = newId()
  await call('import.gather', { job, sources: [{ kind: 'paste', title: 'Tagged', text }] })
  await call('import.plan', { job, format: 'auto', annotator: 'Benchmark' })
  await call('import.read', { job, columns: {} })
  const { firstDocumentId: documentId } = await call('import.store', { job, map: {} })
  if (documentId === null) throw new Error('a text that is pasted makes a document')
  const view = { anchor: 0, focus: 0, top: 0, annotationId: null }
  await call('view.save', { documentId, view })
  let next = 0
  return async () => {
    const word = words[next % words.length] ?? ''
    next += 1
    const start = text.indexOf(word)
    const spans: [Span] = [{ start, end: start + word.length }]
    const at = timeNow()
    const after: Annotation = {
      id: newId(),
      documentId,
      label: 'claim',
      spans,
      quote: quoteOf(text, spans),
      attribution: [],
      attributes: {},
      note: null,
      annotator: 'Benchmark',
      createdAt: at,
      updatedAt: at,
    }
    await call('journal.commit', {
      id: newId(),
      annotator: 'Benchmark',
      summary: 'Tag',
      changes: [{ entity: 'annotation', before: null, after }],
    })
  }
}

async function measureDuring(
  what: string,
  work: () => Promise<unknown>,
  {
    served,
    page,
    tag,
  }: {
    readonly served: ChildProcess
    readonly page: Page
    readonly tag: () => Promise<void>
  },
): Promise<JobResult> {
  served.send('begin')
  await answerOf(served)
  const observer = await page.evaluateHandle(() => {
    const seen = { longest: 0 }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration)
    }).observe({ type: 'longtask' })
    return seen
  })
  const over = new AbortController()
  const began = performance.now()
  const working = work().finally(() => {
    over.abort()
  })
  const times: number[] = []
  do {
    const start = performance.now()
    await tag()
    times.push(performance.now() - start)
    await setTimeout(pause)
  } while (!over.signal.aborted)
  await working
  const spent = performance.now() - began
  // The page takes in what the job came to.
  await setTimeout(1000)
  served.send('end')
  const { longest, busiest, memory } = seenSchema.parse(await answerOf(served))
  const inPage = await observer.evaluate((seen) => seen.longest)
  return {
    what,
    spent,
    longest: { process: longest, page: inPage },
    busiest,
    tags: summarize(times),
    memory,
  }
}

async function answerOf(served: ChildProcess): Promise<unknown> {
  const [message] = await once(served, 'message')
  return message
}

/** For reading: a line for each. */
export function jobsTable(results: readonly JobResult[]): string {
  const ms = (time: number) => `${time.toFixed(time < 10 ? 1 : 0)} ms`
  const lines = results.map(
    ({ what, spent, longest, busiest, tags, memory }) =>
      `${what} in ${(spent / 1000).toFixed(2)} s: longest task ${ms(longest.process)} (${ms(busiest)} of work) in the process, ` +
      `${longest.page === 0 ? 'below 50 ms' : ms(longest.page)} in the page; ` +
      `${tags.count} tags saved in ${ms(tags.median)}, 95 of 100 in ${ms(tags.p95)}, the slowest in ${ms(tags.max)}; ` +
      `${memory.toFixed(0)} MiB`,
  )
  return lines.join('\n')
}
