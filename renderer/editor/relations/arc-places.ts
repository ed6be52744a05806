import type { Span } from '../../../shared/text/span.ts'
import { paragraphAt, sectionOf, sectionSpan } from '../article-layout.ts'
import type { ArticleView } from '../article-view.ts'
import { rectOf } from '../scrolling.ts'
import type { Margin } from './arc-geometry.ts'

/** A stretch of the window from top to bottom, in CSS px. */
export type Band = { readonly top: number; readonly bottom: number }

/**
 * Finds the height at which the line of an offset (UTF-16 code units) stands in the window, in CSS px. Exact where the browser
 * has laid the text out; where it skips it, by the share of its section, so that nothing is laid out to draw a line.
 */
export function createLineFinder(view: ArticleView): (offset: number) => number | null {
  const frames = new Map<number, DOMRect | null>()
  const layout = view.layout()

  function frameOf(section: number): DOMRect | null {
    const known = frames.get(section)
    if (known !== undefined) return known
    const frame = view.sectionElement(section)?.getBoundingClientRect() ?? null
    frames.set(section, frame)
    return frame
  }

  return (offset) => {
    const paragraph = paragraphAt(layout, offset)
    const section = sectionOf(paragraph)
    const frame = frameOf(section)
    if (frame === null) return null
    if (
      view.paragraphElement(paragraph)?.checkVisibility({ contentVisibilityAuto: true }) !== true
    ) {
      return frame.top + frame.height * shareOf(sectionSpan(layout, section), offset)
    }
    const line = rectOf(view, { start: offset, end: offset + 1 })
    return line === null ? null : line.top + line.height / 2
  }
}

function shareOf({ start, end }: Span, offset: number): number {
  return start === end ? 0 : (offset - start) / (end - start)
}

/** The side of the text that has more room, the left one where both have the same. */
export function marginOf(text: DOMRect, scroller: HTMLElement, layer: DOMRect): Margin {
  const outer = scroller.getBoundingClientRect()
  const gutter = (outer.width - scroller.clientWidth) / 2
  const left = text.left - outer.left - gutter
  const right = outer.right - gutter - text.right
  return right > left + 1
    ? { edge: text.right - layer.left, outward: 1, room: right }
    : { edge: text.left - layer.left, outward: -1, room: left }
}
