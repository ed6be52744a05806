import { countLeading } from '../../shared/text/binary-search.ts'

/** Letters of plots, in CSS px; the stylesheet says the same. */
export const textSize = 12
/** Figures of equal width, as plots have them, take a little more than those that are measured. */
const slack = 1.04

const graphemes = new Intl.Segmenter()
let pen: CanvasRenderingContext2D | null = null

/** Room that a text takes in a plot, in CSS px rounded up. */
export function widthOf(text: string): number {
  pen ??= penOfPlots()
  return pen === null ? text.length * textSize : Math.ceil(pen.measureText(text).width * slack)
}

function penOfPlots(): CanvasRenderingContext2D | null {
  const made = document.createElement('canvas').getContext('2d')
  const family = getComputedStyle(document.documentElement).getPropertyValue('--font-ui')
  // oxlint-disable-next-line verbatim/no-untranslated-text -- CSS
  if (made !== null) made.font = `${textSize}px ${family}`
  return made
}

/** A text cut after a grapheme to so much room in a plot, in CSS px. */
export function shortenedTo(text: string, room: number): string {
  if (widthOf(text) <= room) return text
  const parts = Array.from(graphemes.segment(text), ({ segment }) => segment)
  const cut = (count: number) => `${parts.slice(0, count).join('').trimEnd()}…`
  return cut(countLeading(parts.length, (rank) => widthOf(cut(rank + 1)) <= room))
}
