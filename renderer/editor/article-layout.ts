import { countLeading } from '../../shared/text/binary-search.ts'
import { isHardWrapped } from '../../shared/text/paragraphs.ts'
import type { Span } from '../../shared/text/span.ts'

/**
 * How a text is laid out on screen: a paragraph for each line, sections of paragraphs so that the browser can skip
 * the ones out of view. All offsets are UTF-16 code units of the stored text.
 */
export type ArticleLayout = {
  readonly text: string
  /** Start of each paragraph, ascending; a paragraph ends where its line feed stands. */
  readonly starts: readonly number[]
  readonly sections: number
  /** Whether the text wraps its own lines, so that lines are not paragraphs in the reader's sense. */
  readonly hardWrapped: boolean
}

/** Small enough that painting one is cheap, large enough that a long article has few. */
export const paragraphsPerSection = 8

export function layOut(text: string): ArticleLayout {
  const starts = [0]
  for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', feed + 1)) {
    starts.push(feed + 1)
  }
  return {
    text,
    starts,
    sections: Math.ceil(starts.length / paragraphsPerSection),
    hardWrapped: isHardWrapped(text),
  }
}

/** The paragraph that holds the caret at `offset`. */
export function paragraphAt(layout: ArticleLayout, offset: number): number {
  return countLeading(layout.starts.length, (rank) => startOf(layout, rank) <= offset) - 1
}

export function paragraphSpan(layout: ArticleLayout, paragraph: number): Span {
  const next = layout.starts[paragraph + 1]
  return {
    start: startOf(layout, paragraph),
    end: next === undefined ? layout.text.length : next - 1,
  }
}

export function sectionOf(paragraph: number): number {
  return Math.floor(paragraph / paragraphsPerSection)
}

/** The section that holds `offset` and the one after it: what comes into view where reading starts there. */
export function sectionsFrom(layout: ArticleLayout, offset: number): readonly number[] {
  const first = sectionOf(paragraphAt(layout, offset))
  return first + 1 < layout.sections ? [first, first + 1] : [first]
}

/** From the first code unit of a section's first paragraph to the end of its last. */
export function sectionSpan(layout: ArticleLayout, section: number): Span {
  const last = Math.min((section + 1) * paragraphsPerSection, layout.starts.length) - 1
  return {
    start: startOf(layout, section * paragraphsPerSection),
    end: paragraphSpan(layout, last).end,
  }
}

function startOf(layout: ArticleLayout, paragraph: number): number {
  return layout.starts[paragraph] ?? layout.text.length
}
