import { extentOf } from '../../shared/text/span.ts'
import { makeCorpus, type Corpus } from '../corpus.ts'
import type { Scale } from '../scale.ts'
import { isHighlighted } from './highlighted.ts'
import { nextPress, settle, timeToPaint } from './timing.ts'

/** What the benchmark calls in the workbench's own page. All times are in ms. */
export type AppBenchmark = {
  /** Whether the corpus of this scale is open, painted and saved. */
  readonly isReady: (scale: Scale) => boolean
  /** Selects the span of the tag of that rank and makes ready for the press of `tagKey`. */
  readonly arm: (scale: Scale, rank: number) => Promise<void>
  /** Gives the times from that key press until its tag is painted, and until the page says `Saved` again. */
  readonly tagged: () => Promise<{ readonly painted: number; readonly saved: number }>
}

declare global {
  var appBenchmark: AppBenchmark | undefined
}

const corpora = new Map<number, Corpus>()
let tagged: Promise<{ painted: number; saved: number }> | null = null

globalThis.appBenchmark = {
  isReady: (scale) => {
    const [first] = corpusOf(scale).annotations
    return statusText() === 'Saved' && first !== undefined && isHighlighted(first.quote)
  },
  arm: async (scale, rank) => {
    const tag = corpusOf(scale).tags[rank]
    if (tag === undefined) throw new Error(`no tag of rank ${rank}`)
    const { start, end } = extentOf(tag.spans)
    select(start, end)
    await settle()
    tagged = nextPress().then(async (pressed) => {
      const isSavedAgain = watchSaving()
      const [painted, saved] = await Promise.all([
        timeToPaint(pressed, () => isHighlighted(tag.quote)),
        timeToPaint(pressed, isSavedAgain),
      ])
      return { painted, saved }
    })
  },
  tagged: () => tagged ?? Promise.reject(new Error('arm first')),
}

/** Made once for each scale: whether the page is ready is asked at every frame. */
function corpusOf(scale: Scale): Corpus {
  const corpus = corpora.get(scale.words) ?? makeCorpus(scale)
  corpora.set(scale.words, corpus)
  return corpus
}

/** Whether, since this was called, the page stopped saying `Saved` and says it again. */
function watchSaving(): () => boolean {
  let unsaved = statusText() !== 'Saved'
  const observer = new MutationObserver(() => {
    unsaved ||= statusText() !== 'Saved'
  })
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  return () => {
    const again = unsaved && statusText() === 'Saved'
    if (again) observer.disconnect()
    return again
  }
}

/** What the page says of saving; `null` where it says nothing. */
function statusText(): string | null {
  const texts = [...document.querySelectorAll('[role="status"]')].map(({ textContent }) =>
    textContent.trim(),
  )
  return texts.find((text) => /^(Saved|Saving…|Not saved)$/.test(text)) ?? null
}

/** Selects from one offset of the text to another, in UTF-16 code units, as the mouse would. */
function select(start: number, end: number): void {
  const box = document.querySelector('[role="textbox"][aria-label="Article text"]')
  if (!(box instanceof HTMLElement)) throw new Error('the page shows no article')
  const from = placeOf(box, start)
  const to = placeOf(box, end)
  box.focus()
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/** Every line of the text is a paragraph of the page. */
function placeOf(box: HTMLElement, offset: number): { node: Node; offset: number } {
  let before = 0
  for (const paragraph of box.querySelectorAll('p')) {
    const { length } = paragraph.textContent
    if (offset <= before + length) {
      const node = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode()
      return { node: node ?? paragraph, offset: offset - before }
    }
    before += length + 1
  }
  throw new Error(`the text has no offset ${offset}`)
}
