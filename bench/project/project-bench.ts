import type { Page } from '@playwright/test'

import type { Random } from '../random.ts'
import type { BarePage } from './bare-page.ts'
import type { ProjectMeasure, ProjectSubject } from './project-measures.ts'
import type { ServedProject } from './serve-project.ts'

/** The workbench at work on one project, and where samples go. */
export type Bench = {
  readonly page: Page
  readonly served: ServedProject
  /** Beside it, for what saving takes at least. */
  readonly bare: BarePage
  /** The project’s file. */
  readonly path: string
  readonly random: Random
  readonly record: (measure: ProjectMeasure, sample: number, subject?: ProjectSubject) => void
}

export const mebibyte = 1024 * 1024

/** Forgets the tasks so far. */
export async function calmDown({ page, served }: Pick<Bench, 'page' | 'served'>): Promise<void> {
  await longestOfPage(page)
  await served.health()
}

/** The longest task of the page since this was last asked, in ms; 0 where none was longer than 50 ms. */
export function longestOfPage(page: Page): Promise<number> {
  return page.evaluate(() => globalThis.projectBenchmark?.longest() ?? 0)
}
