import { joinOf, vocabularyOf } from './line-joins.ts'
import type { Line } from './page-lines.ts'

export type PdfText = {
  /** Paragraphs, parted by one empty line. */
  readonly text: string
  /** How many words were joined that were broken at a line end. */
  readonly joins: number
}

/** More than this share of the usual distance between lines parts paragraphs. */
const widerGap = 1.3
/** More than this share of difference in size tells a heading from text. */
const otherSize = 0.15
/** A first line is set in by at least this many times its size. */
const indent = 0.8
/** A last line ends at least this share of the column before its edge. */
const shortfall = 0.2

const endsSentence = /[.!?…:;。！？؟۔]["'”’»)\]」』]*$/u
const bullet = /^(?:[•‣▪◦●■□–—*-]|\(?\d{1,3}[.)])\s/u

/** Lines that stand below each other: a column, or the part of one that is on a page. */
type Column = { readonly lines: readonly Line[] }

/**
 * The text of a document by the lines of its pages. A paragraph ends where the next line is further away than lines
 * usually are, set in another size, set in after the end of a sentence, or begins with a bullet, and where a sentence
 * ends well before the edge of the column. It goes on over the end of a column or page where no sentence ends there and
 * the next line does not begin like one.
 */
export function paragraphsOf(pages: readonly (readonly Line[])[]): PdfText {
  const columns = pages.flatMap(columnsOf)
  const vocabulary = vocabularyOf(columns.flatMap(({ lines }) => lines.map(({ text }) => text)))
  const pieces: string[] = []
  let last = ''
  let joins = 0

  function add(line: Line, begins: boolean): void {
    if (begins) {
      if (last !== '') pieces.push(last, '\n\n')
    } else {
      const { between, dehyphenated } = joinOf(last, line.text, vocabulary)
      pieces.push(dehyphenated ? last.slice(0, -1) : last, between)
      if (dehyphenated) joins += 1
    }
    last = line.text
  }

  let before: Line | null = null
  for (const column of columns) {
    const shape = shapeOf(column)
    for (const [index, line] of column.lines.entries()) {
      const above = column.lines[index - 1]
      if (above !== undefined) add(line, isBreak(above, line, shape))
      else add(line, before === null || !goesOn(before, line))
      before = line
    }
  }
  pieces.push(last)
  return { text: pieces.join(''), joins }
}

/** A column ends where the next line stands higher, or beside. */
function columnsOf(lines: readonly Line[]): readonly Column[] {
  const columns: Line[][] = []
  for (const line of lines) {
    const column = columns.at(-1)
    const above = column?.at(-1)
    if (column !== undefined && above !== undefined && above.baseline > line.baseline) {
      column.push(line)
    } else columns.push([line])
  }
  return columns.map((column) => ({ lines: column }))
}

type Shape = { readonly right: number; readonly width: number; readonly pitch: number }

function shapeOf({ lines }: Column): Shape {
  const right = lines.reduce((most, line) => Math.max(most, line.right), -Infinity)
  const left = lines.reduce((least, line) => Math.min(least, line.left), Infinity)
  const gaps = lines.flatMap((line, index) => {
    const above = lines[index - 1]
    return above === undefined ? [] : [(above.baseline - line.baseline) / Math.max(line.size, 1)]
  })
  // The middle one of those that can be within a paragraph.
  const close = gaps.filter((gap) => gap < 2.5).toSorted((one, other) => one - other)
  return { right, width: right - left, pitch: close[Math.floor(close.length / 2)] ?? 1.2 }
}

function isBreak(above: Line, line: Line, { right, width, pitch }: Shape): boolean {
  const size = Math.max(line.size, 1)
  if (Math.abs(above.size - line.size) > otherSize * Math.max(above.size, line.size)) return true
  if ((above.baseline - line.baseline) / size > pitch * widerGap) return true
  const ended = endsSentence.test(above.text)
  const short = above.right < right - shortfall * width
  if (bullet.test(line.text) && (ended || short || bullet.test(above.text))) return true
  if (ended && line.left > above.left + indent * size) return true
  return ended && short
}

function goesOn(before: Line, line: Line): boolean {
  if (endsSentence.test(before.text) || bullet.test(line.text)) return false
  if (Math.abs(before.size - line.size) > otherSize * Math.max(before.size, line.size)) return false
  return /^[\p{Ll}\p{Lo}(]/u.test(line.text)
}
