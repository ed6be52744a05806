import { labelHighlight } from '../../renderer/editor/highlight-names.ts'
import { defaultLabels } from '../../shared/model/default-labels.ts'
import { awaitKey, timesTaken } from './awaited-key.ts'
import { isHighlighted } from './highlighted.ts'
import { statusText, watchSaving } from './saving.ts'
import { selectText } from './select-text.ts'
import { settle, tagKey } from './timing.ts'

/** What is about to happen by a key press. Where `calm`, earlier work ends first and its garbage is cleared. */
export type Awaited =
  /** Enter on a project of the start screen. */
  | { readonly kind: 'opening' }
  /** A key that opens another document. */
  | { readonly kind: 'switch'; readonly key: string; readonly calm: boolean }
  /** The key of a tag, on two words of the first paragraph that are selected for it. */
  | { readonly kind: 'tag'; readonly calm: boolean }

/** What the benchmark of projects calls in the workbench's own page. All times are in ms. */
export type ProjectBenchmark = {
  readonly await: (what: Awaited) => Promise<void>
  /** Times from the key press until each part of what was awaited was painted, in its order; of a tag, also until it was known to be saved. */
  readonly took: () => Promise<readonly number[]>
  /** The longest task of the page since this was last asked; 0 where none was longer than 50 ms. */
  readonly longest: () => number
}

declare global {
  var projectBenchmark: ProjectBenchmark | undefined
}

let longest = 0

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
}).observe({ type: 'longtask' })

globalThis.projectBenchmark = {
  await: async (what) => {
    if (what.kind === 'opening' || what.calm) await settle()
    switch (what.kind) {
      case 'opening':
        awaitKey('Enter', [() => isArticlePainted() && isListThere() && !isBusy()])
        break
      case 'switch': {
        const before = articleText()
        const titleBefore = title()
        const isOther = () => articleText() !== before && isArticlePainted()
        awaitKey(what.key, [isOther, () => title() !== titleBefore && isListFollowing()])
        break
      }
      case 'tag': {
        const quote = selectUntagged()
        const { isSaved, savedAt } = watchSaving()
        awaitKey(tagKey, [() => isHighlighted({ label: 'claim', quote }), isSaved], savedAt)
      }
    }
  },
  took: timesTaken,
  longest: () => {
    const seen = longest
    longest = 0
    return seen
  },
}

function articleBox(): Element | null {
  return document.querySelector('[role="textbox"][aria-label="Article text"]')
}

/** The first paragraphs: cheap enough to be asked at every frame. */
function articleText(): string {
  return articleBox()?.querySelector('p')?.textContent ?? ''
}

/** Whether there is a text with highlights of labels in it. */
function isArticlePainted(): boolean {
  const box = articleBox()
  return (
    box !== null &&
    articleText() !== '' &&
    defaultLabels.some(({ id }) => {
      const [first] = CSS.highlights.get(labelHighlight(id, 0)) ?? []
      return first !== undefined && box.contains(first.startContainer)
    })
  )
}

function isListThere(): boolean {
  return document.querySelector('.documents-panel [role="option"]') !== null
}

function isBusy(): boolean {
  return document.querySelector('.busy') !== null
}

/** What stands above the article. */
function title(): string {
  return document.querySelector('.article-title')?.textContent ?? ''
}

/** Whether the list of documents shows the one under the heading as open, if it shows it. */
function isListFollowing(): boolean {
  const open = document.querySelector('.documents-panel [aria-selected="true"] .row-title')
  return open === null || open.textContent === title()
}

/** Selects two neighbouring words that no claim holds alone, and gives them. */
function selectUntagged(): string {
  const text = articleText()
  const words = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].filter(
    ({ isWordLike }) => isWordLike === true,
  )
  for (const [rank, { index: start }] of words.slice(0, -1).entries()) {
    const next = words[rank + 1]
    if (next === undefined) break
    const end = next.index + next.segment.length
    const quote = text.slice(start, end)
    if (isHighlighted({ label: 'claim', quote })) continue
    selectText({ start, end })
    return quote
  }
  throw new Error(`every pair of words is tagged already (${statusText() ?? ''})`)
}
