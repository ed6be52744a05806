import type { Annotation } from '../../shared/model/annotation.ts'
import { makeCorpus, type Corpus } from '../corpus.ts'
import { scaleBefore, type Scale } from '../scale.ts'
import { nextPress, settle, timeToPaint } from './timing.ts'

/** An editor as a benchmark page drives it. */
export type Subject = {
  /** Shows the first of these; the others may be opened later. It may finish in its own time. */
  readonly start: (first: Corpus, ...others: readonly Corpus[]) => void
  /** Shows another text with its annotations in place of what is shown. It may finish in its own time. */
  readonly open: (corpus: Corpus) => void
  /** Whether what the page shows holds the annotation. */
  readonly isPainted: (annotation: Annotation) => boolean
  /** Selects the annotation's span, so that the next press of `tagKey` adds it. */
  readonly prepare: (annotation: Annotation) => void
}

/** What the benchmark calls in the page. All times are in ms. */
export type Benchmark = {
  /**
   * Opens a corpus in an editor that already shows a short article, as when somebody goes from one article to the next;
   * gives the time until its first annotation is painted.
   */
  readonly open: (scale: Scale) => Promise<number>
  /** Makes ready for the press of `tagKey` that adds the tag of that rank. */
  readonly arm: (rank: number) => Promise<void>
  /** Gives the time from that key press until its tag is painted. */
  readonly painted: () => Promise<number>
}

declare global {
  var benchmark: Benchmark | undefined
}

/** Lets the benchmark drive a subject. */
export function offer(subject: Subject): void {
  let corpus: Corpus | null = null
  let painted: Promise<number> | null = null
  const isOpen = ({ annotations: [first] }: Corpus) => {
    if (first === undefined) throw new Error('a corpus has annotations')
    return () => subject.isPainted(first)
  }
  globalThis.benchmark = {
    open: async (scale) => {
      const before = makeCorpus(scaleBefore)
      corpus = makeCorpus(scale)
      subject.start(before, corpus)
      await timeToPaint(performance.now(), isOpen(before))
      await settle()
      const start = performance.now()
      subject.open(corpus)
      return timeToPaint(start, isOpen(corpus))
    },
    arm: async (rank) => {
      const tag = corpus?.tags[rank]
      if (tag === undefined) throw new Error(`no tag of rank ${rank}`)
      subject.prepare(tag)
      await settle()
      painted = nextPress().then((start) => timeToPaint(start, () => subject.isPainted(tag)))
    },
    painted: () => painted ?? Promise.reject(new Error('arm first')),
  }
}
