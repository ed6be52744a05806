import { graphemeCeiling, graphemeFloor } from './grapheme.ts'
import { paragraphsOf } from './paragraphs.ts'
import { spanOfSelection } from './selection.ts'
import type { Span } from './span.ts'

/** Words in quotation marks. Offsets are UTF-16 code units; no edge splits a grapheme. */
export type Quotation = {
  /** With its marks. */
  readonly outer: Span
  /** The words between them. */
  readonly inner: Span
}

/** What closes a quotation, by what opens it. */
const closers: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['‟', '”'],
  ['”', '”'],
  ['«', '»'],
  ['»', '«»'],
  ['‹', '›'],
  ['›', '‹›'],
  ['‘', '’'],
  ['‚', '‘’'],
  ['"', '"'],
  ["'", "'"],
  ['「', '」'],
  ['『', '』'],
])

/** Marks that go on to the end of the paragraph where nothing closes them: the quotation does so in the next one. */
const lasting = '“„‟«"「『'
/** Marks that may be apostrophes. */
const single = "‘’‚'"
/** Marks that open as well as close, so that what stands around them has to tell. */
const eitherWay = `"'«»‹›”`
const marks = '“”„‟«»‹›‘’‚"\'「」『』'
const markIn = new RegExp(`[${marks}]`, 'gu')
const lastInk = new RegExp(`([^${marks}]?)[${marks}]*$`, 'u')
const firstInk = new RegExp(`^[${marks}]*(.?)`, 'su')
/** How far to look past other marks, in UTF-16 code units. */
const reach = 8

type Mark = {
  readonly sign: string
  readonly at: number
  /** What stands around it, other marks left out, makes it look like one that opens, or like one that closes. */
  readonly looks: 'opening' | 'closing' | 'either'
  /** It may be the apostrophe after a plural. */
  readonly afterPlural: boolean
}

/** Every quotation of a text, in reading order: what encloses comes before what it encloses. */
export function quotationsOf(text: string): readonly Quotation[] {
  return paragraphsOf(text).flatMap((paragraph) => quotationsIn(text, paragraph))
}

/** The quotations of one paragraph of a text, in reading order. One that is not closed ends with the paragraph. */
export function quotationsIn(text: string, paragraph: Span): readonly Quotation[] {
  const signs = marksIn(text, paragraph)
  const open: Mark[] = []
  const found: Quotation[] = []
  const add = (start: Mark, innerEnd: number, outerEnd: number): void => {
    const quotation = quotationBetween(text, start.at, innerEnd, outerEnd)
    if (quotation !== null) found.push(quotation)
  }

  signs.forEach((mark, place) => {
    const depth = open.findLastIndex(({ sign }) => closers.get(sign)?.includes(mark.sign))
    const start = open[depth]
    // An apostrophe inside a quotation does not close a single one around it.
    const reaches = depth === open.length - 1 || !single.includes(mark.sign)
    if (start !== undefined && reaches && closes(mark, signs[place + 1])) {
      open.splice(depth)
      add(start, mark.at, mark.at + 1)
    } else if (opens(mark)) open.push(mark)
  })
  for (const mark of open) {
    if (lasting.includes(mark.sign)) add(mark, paragraph.end, paragraph.end)
  }
  return found.toSorted(
    (one, other) => one.outer.start - other.outer.start || other.outer.end - one.outer.end,
  )
}

/** The quotation marks of a paragraph, apostrophes left out as far as they can be told. */
function marksIn(text: string, { start, end }: Span): readonly Mark[] {
  return Array.from(text.slice(start, end).matchAll(markIn)).flatMap(({ 0: sign, index }) => {
    const at = start + index
    const left = text.slice(Math.max(start, at - reach), at)
    const right = text.slice(at + 1, Math.min(end, at + 1 + reach))
    if (single.includes(sign) && isApostrophe(left, right)) return []
    const opening = /^[\s\p{Ps}\p{Pd}/]?$/u.test(lastInk.exec(left)?.[1] ?? '')
    const closing = /^[\s\p{Pe}\p{Pd}.,;:!?…/]?$/u.test(firstInk.exec(right)?.[1] ?? '')
    const looks = opening === closing ? 'either' : opening ? 'opening' : 'closing'
    return [{ sign, at, looks, afterPlural: /[sxz]$/i.test(left) && /^\s/.test(right) }]
  })
}

/** Inside a word, or before a decade: `the ’90s`. */
function isApostrophe(left: string, right: string): boolean {
  const inWord = /[\p{L}\p{M}\p{N}]$/u.test(left) && /^[\p{L}\p{N}]/u.test(right)
  return inWord || /^\d\ds\b/.test(right)
}

/** Whether a mark ends a quotation that it can end, rather than open another one or be an apostrophe. */
function closes(mark: Mark, next: Mark | undefined): boolean {
  if (eitherWay.includes(mark.sign) && mark.looks === 'opening') return false
  if (!single.includes(mark.sign)) return true
  // `‘the ministers’ plan’`: a better end is still to come.
  const isPossessive = mark.afterPlural && next?.sign === mark.sign && next.looks !== 'opening'
  return !isPossessive
}

function opens({ sign, looks }: Mark): boolean {
  if (sign === '"') return looks !== 'closing'
  return closers.has(sign) && (looks === 'opening' || !`'”»›`.includes(sign))
}

function quotationBetween(
  text: string,
  start: number,
  innerEnd: number,
  outerEnd: number,
): Quotation | null {
  const outer = spanOfSelection(text, { anchor: start, focus: outerEnd })
  const from = graphemeCeiling(text, start + 1)
  const to = graphemeFloor(text, innerEnd)
  const inner = from < to ? spanOfSelection(text, { anchor: from, focus: to }) : null
  return outer === null || inner === null ? null : { outer, inner }
}
