import { mergeRegister, registerEventListener } from 'lexical'

import type { ArticleView } from './article-view.ts'
import { rectOf, topOffset } from './scrolling.ts'

/** A line of the text and where it stands. */
type Place = {
  /** A character in it, in UTF-16 code units of the stored text. */
  readonly offset: number
  /** Its distance from the upper edge of what is in view, in CSS px. */
  readonly top: number
}

/** Keeps what somebody reads where it is while the text is set anew. */
export type ReadingPlace = {
  /**
   * Makes a change to the look of the text. The line of `wanted` (UTF-16 code units) stays where it is if it is in view,
   * else the first line in view does.
   */
  readonly keep: (wanted: number | null, change: () => void) => void
  /** Keeps the line of `offset`, which was scrolled to just now, where it is while letters and sections take their heights. */
  readonly hold: (offset: number) => void
  /** Forgets the place: another text is shown. */
  readonly forget: () => void
}

export function createReadingPlace(view: ArticleView, scroller: HTMLElement): ReadingPlace {
  let stop = (): void => {}
  /** The place kept last: one change after another shall not move the text by a line each. */
  let kept: { readonly wanted: number | null; readonly place: Place; scrollTop: number } | null =
    null

  function topOf(offset: number): number | null {
    const rect = rectOf(view, { start: offset, end: offset + 1 })
    return rect === null ? null : rect.top - scroller.getBoundingClientRect().top
  }

  function placeNow(wanted: number | null): Place {
    const top = wanted === null ? null : topOf(wanted)
    if (wanted !== null && top !== null && top >= 0 && top < scroller.clientHeight) {
      return { offset: wanted, top }
    }
    const offset = topOffset(view, scroller)
    return { offset, top: topOf(offset) ?? 0 }
  }

  function restore(): void {
    if (kept === null) return
    view.layOutAt(kept.place.offset)
    const top = topOf(kept.place.offset)
    if (top === null) return
    scroller.scrollBy({ top: top - kept.place.top, behavior: 'instant' })
    kept.scrollTop = scroller.scrollTop
  }

  return {
    keep: (wanted, change) => {
      stop()
      const isThere =
        kept !== null && kept.wanted === wanted && Math.abs(kept.scrollTop - scroller.scrollTop) < 2
      if (!isThere) kept = { wanted, place: placeNow(wanted), scrollTop: scroller.scrollTop }
      change()
      restore()
      stop = againUntilSettled(restore)
    },
    hold: (offset) => {
      stop()
      kept = {
        wanted: null,
        place: { offset, top: topOf(offset) ?? 0 },
        scrollTop: scroller.scrollTop,
      }
      stop = againUntilSettled(restore)
    },
    forget: () => {
      stop()
      kept = null
    },
  }
}

/**
 * Calls again in the frames in which sections near the view take their new heights, and when letters that have to be
 * loaded are there. Ends as soon as somebody acts, or with the function returned.
 */
function againUntilSettled(restore: () => void): () => void {
  let ended = false
  const again = (): void => {
    if (!ended) restore()
  }
  const settle = async (): Promise<void> => {
    await againInFrames(again)
    await document.fonts.ready
    await againInFrames(again)
    end()
  }
  const acts = ['wheel', 'pointerdown', 'keydown'] as const
  const stopListening = mergeRegister(
    ...acts.map((type) =>
      registerEventListener(window, type, end, { capture: true, passive: true }),
    ),
  )

  function end(): void {
    ended = true
    stopListening()
  }
  void settle()
  return end
}

/** Frames that a busy browser takes until it has measured what came near the view. */
const settlingFrames = 6

async function againInFrames(again: () => void): Promise<void> {
  for (let frame = 0; frame < settlingFrames; frame += 1) {
    await nextFrame()
    again()
  }
}

async function nextFrame(): Promise<void> {
  await new Promise(requestAnimationFrame)
}
