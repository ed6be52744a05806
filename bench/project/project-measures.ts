import type { Statistics } from '../statistics.ts'
import type { ProjectScale } from './project-scale.ts'

type MeasureFacts = {
  readonly name: string
  readonly unit: 'ms' | 'MB'
  /** What is promised at the largest scale: this statistic lies below this number. */
  readonly below?: readonly ['median' | 'p95', number]
  /** The exponent by which it may grow with the number of documents; absent where nobody waits for it. */
  readonly growth?: number
}

/** What is left of the longest task where nothing else runs on the machine. */
const workOfServer = { name: '… most work of a task of the server', unit: 'ms' } as const

const flat = 0.1
const linear = 1

/**
 * What is measured in projects of several sizes. To add one, put its name here and hand its samples to `record` in a step of
 * `measure-project.ts`; where a peer does the same, hand its samples over under the peer's name.
 */
export const projectMeasures = {
  start: { name: 'Start of the process to the start screen', unit: 'ms', growth: flat },
  open: {
    name: 'Opening to a usable window',
    unit: 'ms',
    below: ['median', 500],
    growth: linear,
  },
  openServer: { name: '… longest task of the server', unit: 'ms' },
  openPage: { name: '… longest task of the page', unit: 'ms' },
  openMemory: { name: 'Memory after opening', unit: 'MB', below: ['median', 400] },
  switch: {
    name: 'Another document to painted',
    unit: 'ms',
    below: ['p95', 100],
    growth: flat,
  },
  switchAll: { name: '… and every list shows it', unit: 'ms', growth: flat },
  switchServer: { name: '… longest task of the server', unit: 'ms' },
  switchPage: { name: '… longest task of the page', unit: 'ms' },
  tag: { name: 'Tag to painted', unit: 'ms', growth: flat },
  save: { name: 'Tag to Saved', unit: 'ms', below: ['p95', 30], growth: flat },
  told: { name: '… known to be on disk, before the frame that shows it', unit: 'ms', growth: flat },
  tagServer: { name: '… longest task of the server', unit: 'ms' },
  tagPage: { name: '… longest task of the page', unit: 'ms' },
  workMemory: { name: 'Memory after 30 switches and 30 tags', unit: 'MB', below: ['median', 400] },
  tagImporting: { name: 'Tag to painted during an import', unit: 'ms', growth: flat },
  saveImporting: {
    name: 'Tag to Saved during an import',
    unit: 'ms',
    below: ['p95', 30],
    growth: flat,
  },
  toldImporting: {
    name: '… known to be on disk, before the frame that shows it',
    unit: 'ms',
    growth: flat,
  },
  importServer: { name: '… longest task of the server', unit: 'ms' },
  importWork: { ...workOfServer, below: ['median', 50] },
  importPage: { name: '… longest task of the page', unit: 'ms' },
  importMemory: { name: 'Most memory, import and all', unit: 'MB', below: ['median', 400] },
  search: {
    name: 'Search to its first lines',
    unit: 'ms',
    below: ['p95', 50],
    growth: linear,
  },
  facets: {
    name: 'Search to the counts of its facets',
    unit: 'ms',
    below: ['median', 100],
    growth: linear,
  },
  searchServer: { name: '… longest task of the server', unit: 'ms' },
  searchWork: { ...workOfServer, below: ['median', 50] },
  searchPage: { name: '… longest task of the page', unit: 'ms' },
  typePage: { name: '… longest task of the page where it is searched in', unit: 'ms' },
  countFirst: { name: 'Numbers of the project, the first time', unit: 'ms', growth: linear },
  count: { name: '… and again', unit: 'ms', growth: linear },
  countServer: { name: '… longest task of the server', unit: 'ms' },
  countWork: { ...workOfServer, below: ['median', 50] },
  countPage: { name: '… longest task of the page, with their pictures', unit: 'ms' },
  copies: { name: 'Finding all copies', unit: 'ms', growth: linear },
  copiesServer: { name: '… longest task of the server', unit: 'ms' },
  copiesWork: { ...workOfServer, below: ['median', 50] },
  copiesPage: { name: '… longest task of the page', unit: 'ms' },
  askMemory: { name: 'Most memory, all of this', unit: 'MB', below: ['median', 400] },
} as const satisfies Readonly<Record<string, MeasureFacts>>

export type ProjectMeasure = keyof typeof projectMeasures

/** Who was measured: the workbench, or a peer that does the same with the same data. */
export type ProjectSubject = 'Verbatim' | 'node:sqlite' | 'JSON.parse' | 'bare page'

/** In the unit of its measure. */
export type ProjectResult = Statistics &
  ProjectScale & { readonly measure: ProjectMeasure; readonly subject: ProjectSubject }

export function factsOf(measure: ProjectMeasure): MeasureFacts {
  return projectMeasures[measure]
}
