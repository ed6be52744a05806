import { countLeading } from '../../shared/text/binary-search.ts'
import type { Span } from '../../shared/text/span.ts'
import { paragraphAt, paragraphSpan, sectionSpan } from './article-layout.ts'
import type { ArticleView, DomPoint } from './article-view.ts'

/** Space kept above and below what is brought into view, in CSS px: some lines of context. */
const margin = 96

/** The caret position under a point of the window, in CSS px. */
export function pointAt(x: number, y: number): DomPoint | null {
  const position = document.caretPositionFromPoint(x, y)
  return position === null ? null : { node: position.offsetNode, offset: position.offset }
}

/** Brings a span into view; scrolls only if its start is not comfortably inside already. */
export function reveal(view: ArticleView, scroller: HTMLElement, span: Span): void {
  view.layOutAt(span.start)
  const paragraph = view.paragraphElement(paragraphAt(view.layout(), span.start))
  if (paragraph === null) return
  const frame = scroller.getBoundingClientRect()
  const rough = paragraph.getBoundingClientRect()
  if (rough.bottom < frame.top || rough.top > frame.bottom)
    paragraph.scrollIntoView({ block: 'center' })
  const rect = rectOf(view, span)
  if (rect === null) return
  if (rect.top >= frame.top + margin && rect.bottom <= frame.bottom - margin) return
  scroller.scrollBy({ top: rect.top - frame.top - Math.min(frame.height / 3, 3 * margin) })
}

/** The first line of a span in the window, in CSS px; `null` where the text is not shown. */
export function rectOf(view: ArticleView, span: Span): DOMRect | null {
  const range = liveRangeOf(view, span)
  return range === null ? null : (range.getClientRects()[0] ?? range.getBoundingClientRect())
}

function liveRangeOf(view: ArticleView, span: Span): Range | null {
  const from = view.domPoint(span.start)
  const to = view.domPoint(span.end)
  if (from === null || to === null) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

/** Whether the character at `offset`, which stands at `rect`, is part of a run from right to left. */
export function runsFromRight(view: ArticleView, offset: number, rect: DOMRect): boolean {
  // The caret before a character stands at the side that its run comes from. Where a line begins, it stands at the end
  // of the line before as well.
  const carets = liveRangeOf(view, { start: offset, end: offset })?.getClientRects() ?? []
  const caret = Array.from(carets).findLast(
    ({ top, bottom }) => top < rect.bottom && bottom > rect.top,
  )
  if (caret === undefined || rect.width < 1) return false
  return Math.abs(caret.left - rect.right) < Math.abs(caret.left - rect.left)
}

/** Offset (UTF-16 code units) of the first character in view: what scrolling is remembered by. */
export function topOffset(view: ArticleView, scroller: HTMLElement): number {
  const frame = scroller.getBoundingClientRect()
  const sections = view.layout().sections
  for (let section = 0; section < sections; section += 1) {
    const element = view.sectionElement(section)
    if (element === null || element.getBoundingClientRect().bottom <= frame.top + 1) continue
    return firstLineBelow(view, section, frame.top)
  }
  return 0
}

/** Where the first line of a section begins that is mostly below `top` (CSS px in the window). */
function firstLineBelow(view: ArticleView, section: number, top: number): number {
  const { start, end } = sectionSpan(view.layout(), section)
  const last = paragraphAt(view.layout(), end)
  for (let index = paragraphAt(view.layout(), start); index <= last; index += 1) {
    const bottom = view.paragraphElement(index)?.getBoundingClientRect().bottom
    if (bottom === undefined || bottom <= top + 1) continue
    const paragraph = paragraphSpan(view.layout(), index)
    // Measured letter by letter, as a dialog may lie over the text.
    const above = countLeading(paragraph.end - paragraph.start, (rank) => {
      const offset = paragraph.start + rank
      const rect = rectOf(view, { start: offset, end: offset + 1 })
      return rect !== null && (rect.top + rect.bottom) / 2 <= top
    })
    return Math.min(paragraph.start + above, Math.max(paragraph.start, paragraph.end - 1))
  }
  return start
}

/** Scrolls so that the character at `offset` is the first in view. */
export function scrollToTop(view: ArticleView, scroller: HTMLElement, offset: number): void {
  if (offset <= 0) {
    scroller.scrollTop = 0
    return
  }
  view.layOutAt(offset)
  const paragraph = view.paragraphElement(paragraphAt(view.layout(), offset))
  paragraph?.scrollIntoView({ block: 'start' })
  const rect = rectOf(view, { start: offset, end: offset + 1 })
  if (rect === null) return
  scroller.scrollBy({ top: rect.top - scroller.getBoundingClientRect().top - 4 })
}
