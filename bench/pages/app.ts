import { extentOf } from '../../shared/text/span.ts'
import { makeCorpus, type Corpus } from '../corpus.ts'
import type { Scale } from '../scale.ts'
import { isHighlighted } from './highlighted.ts'
import { selectText } from './select-text.ts'
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
    return statusText() === 'Saved' && first !== undefined && isHighlighted(first)
  },
  arm: async (scale, rank) => {
    const tag = corpusOf(scale).tags[rank]
    if (tag === undefined) throw new Error(`no tag of rank ${rank}`)
    selectText(extentOf(tag.spans))
    await settle()
    tagged = nextPress().then(async (pressed) => {
      const isSavedAgain = watchSaving()
      const [painted, saved] = await Promise.all([
        timeToPaint(pressed, () => isHighlighted(tag)),
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
