import { extentOf } from '../../shared/text/span.ts'
import { makeCorpus, type Corpus } from '../corpus.ts'
import type { Scale } from '../scale.ts'
import { isHighlighted } from './highlighted.ts'
import { statusText, watchSaving } from './saving.ts'
import { selectText } from './select-text.ts'
import { framesToPaint, nextEvent, nextPress, settle, timeToPaint } from './timing.ts'

/** What the benchmark calls in the workbench's own page. All times are in ms. */
export type AppBenchmark = {
  /** Whether the corpus of this scale is open, painted and saved. */
  readonly isReady: (scale: Scale) => boolean
  /** Selects the span of the tag of that rank and makes ready for the press of `tagKey`. */
  readonly arm: (scale: Scale, rank: number) => Promise<void>
  readonly tagged: () => Promise<Tagged>
  /** Makes ready for what starts a moment: Ctrl+K, a choice in a filter, Enter on the last annotation of the list. */
  readonly await: (moment: Moment, scale: Scale) => Promise<void>
  /** Gives the time from that event until what comes of it is painted. */
  readonly took: () => Promise<number>
}

/** What came of a key press that tags. */
export type Tagged = {
  /** Frames made until one showed the tag. */
  readonly frames: number
  /** Until that frame was painted. */
  readonly painted: number
  /** Until the page said `Saved` again. */
  readonly saved: number
}

export type Moment = 'palette' | 'filter' | 'jump'

declare global {
  var appBenchmark: AppBenchmark | undefined
}

const corpora = new Map<number, Corpus>()
let tagged: Promise<Tagged> | null = null

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
      const { isSaved } = watchSaving()
      const [frames, painted, saved] = await Promise.all([
        framesToPaint(() => isHighlighted(tag)),
        timeToPaint(pressed, () => isHighlighted(tag)),
        timeToPaint(pressed, isSaved),
      ])
      return { frames, painted, saved }
    })
  },
  tagged: () => tagged ?? Promise.reject(new Error('arm first')),
  await: async (moment, scale) => {
    await settle()
    const { type, wanted, isPainted } = moments[moment](corpusOf(scale))
    took = nextEvent(type, wanted).then((at) => timeToPaint(at, isPainted))
  },
  took: () => took ?? Promise.reject(new Error('await first')),
}

let took: Promise<number> | null = null

type Awaited = {
  readonly type: 'keydown' | 'change'
  readonly wanted: (event: Event) => boolean
  readonly isPainted: () => boolean
}

const isKey = (key: string) => (event: Event) => event instanceof KeyboardEvent && event.key === key

const moments: Readonly<Record<Moment, (corpus: Corpus) => Awaited>> = {
  palette: () => ({
    type: 'keydown',
    wanted: isKey('k'),
    isPainted: () => document.querySelector('[role="dialog"] [role="option"]') !== null,
  }),
  filter: () => {
    const before = listLength()
    return { type: 'change', wanted: () => true, isPainted: () => listLength() !== before }
  },
  jump: ({ annotations }) => {
    const last = annotations.at(-1)
    if (last === undefined) throw new Error('a corpus has annotations')
    return {
      type: 'keydown',
      wanted: isKey('Enter'),
      isPainted: () =>
        document.activeElement?.getAttribute('role') === 'textbox' && isHighlighted(last),
    }
  },
}

/** How many annotations the list says it holds. */
function listLength(): string | null {
  return (
    document.querySelector('.annotations-panel [role="option"]')?.getAttribute('aria-setsize') ??
    null
  )
}

/** Made once for each scale: whether the page is ready is asked at every frame. */
function corpusOf(scale: Scale): Corpus {
  const corpus = corpora.get(scale.words) ?? makeCorpus(scale)
  corpora.set(scale.words, corpus)
  return corpus
}
