import { t } from '../../../../../shared/language/translate.ts'
import { indexCodePoints } from '../../../../../shared/text/code-points.ts'
import type { ForeignSpan } from '../../foreign.ts'
import { xmlId, type XmlElement } from '../../xml-source/xml-tree.ts'
import type { PlainText } from './plain-text.ts'

/** Why a pointer leads to no stretch of the text, as the end of a sentence. */
export type Obstacle = { readonly obstacle: string }

/** Where pointers lead. Spans are UTF-16 code units of the text. */
export type Pointers = {
  /** The stretches that a pointer selects: an element’s text, or parts of it. */
  readonly resolve: (pointer: string) => readonly ForeignSpan[] | Obstacle
  /** From the beginning of what one pointer selects to the end of what another does. */
  readonly between: (from: string, to: string) => readonly ForeignSpan[] | Obstacle
  /** The element that a pointer leads to, wherever it is in the document; `null` for none. */
  readonly element: (pointer: string) => XmlElement | null
}

/** Most stretches that one pointer may select. */
const mostSpans = 10_000

/** A stretch of all characters of the file, in UTF-16 code units. */
type RawRange = { readonly start: number; readonly end: number }

/**
 * Pointers of TEI (P5, 16.2.4 TEI XPointer Schemes): `#id`, `string-index()`, `string-range()`, `left()`, `right()` and
 * `range()` with ids. Offsets are characters, that is code points, from the beginning of an element’s text, as though
 * there were no tags; a range has an offset and a length. Paths (XPath) and `match()` are not followed.
 */
export function pointersIn(text: PlainText, elements: ReadonlyMap<string, XmlElement>): Pointers {
  const codePoints = indexCodePoints(text.stream)

  function placeOf(name: string) {
    const element = elements.get(name)
    return element === undefined ? undefined : text.places.get(element)
  }

  function offsetFrom(name: string, offset: number): number | null {
    const place = placeOf(name)
    if (place === undefined || !Number.isSafeInteger(offset)) return null
    const point = codePoints.fromUtf16(place.rawStart) + offset
    return point < 0 || point > codePoints.length ? null : codePoints.toUtf16(point)
  }

  function pointAt(pointer: string, edge: 'start' | 'end'): number | null {
    const call = callIn(pointer)
    const [name = '', offset = ''] = call?.args ?? [pointer]
    const place = placeOf(name)
    switch (call?.scheme) {
      case 'string-index':
        return offsetFrom(name, numberIn(offset))
      case 'left':
        return place?.rawStart ?? null
      case 'right':
        return place?.rawEnd ?? null
      case undefined:
        return place === undefined ? null : edge === 'start' ? place.rawStart : place.rawEnd
      default:
        return null
    }
  }

  function rangesOf(pointer: string): readonly RawRange[] | null {
    const call = callIn(pointer)
    if (call?.scheme === 'string-range') return stringRanges(call.args)
    if (call?.scheme === 'range') {
      return pairsOf(call.args, (from, to) => rangeOf(pointAt(from, 'start'), pointAt(to, 'end')))
    }
    if (call !== null) return null
    return listOf(rangeOf(pointAt(pointer, 'start'), pointAt(pointer, 'end')))
  }

  function stringRanges([name = '', ...numbers]: readonly string[]): readonly RawRange[] | null {
    return pairsOf(numbers, (offset, length) => {
      const [from, count] = [numberIn(offset), numberIn(length)]
      return count <= 0 ? null : rangeOf(offsetFrom(name, from), offsetFrom(name, from + count))
    })
  }

  function carried(ranges: readonly RawRange[] | null, pointer: string) {
    if (ranges === null && /(?:match|xpath\d?|xpointer)\(|\/\//.test(pointer)) {
      return { obstacle: t('remarks:tei.obstacles.searches', { pointer }) }
    }
    if (ranges === null) return { obstacle: t('remarks:tei.obstacles.noPlace', { pointer }) }
    return ranges.map(({ start, end }) => text.carry(start, end))
  }

  return {
    resolve: (pointer) => {
      const fragment = fragmentOf(pointer)
      return typeof fragment === 'string' ? carried(rangesOf(fragment), pointer) : fragment
    },
    between: (from, to) => {
      const [first, last] = [fragmentOf(from), fragmentOf(to)]
      if (typeof first !== 'string') return first
      if (typeof last !== 'string') return last
      const start = rangesOf(first)?.[0]?.start ?? pointAt(first, 'start')
      const end = rangesOf(last)?.at(-1)?.end ?? pointAt(last, 'end')
      return carried(listOf(rangeOf(start, end)), `${from} ${to}`)
    },
    element: (pointer) => elements.get(pointer.replace(/^#/, '')) ?? null,
  }
}

/** Elements by their ids; of two with the same id the first. */
export function elementsById(all: Iterable<XmlElement>): ReadonlyMap<string, XmlElement> {
  const elements = new Map<string, XmlElement>()
  for (const element of all) {
    const id = element.attributes.get(xmlId)
    if (id !== undefined && !elements.has(id)) elements.set(id, element)
  }
  return elements
}

function fragmentOf(pointer: string): string | Obstacle {
  if (!pointer.startsWith('#')) {
    return { obstacle: t('remarks:tei.obstacles.otherFile', { pointer }) }
  }
  try {
    return decodeURIComponent(pointer.slice(1))
  } catch (error) {
    if (error instanceof URIError) return pointer.slice(1)
    throw error
  }
}

type Call = { readonly scheme: string; readonly args: readonly string[] }

/** `scheme(a,b(c,d),e)`; commas within brackets do not part arguments. `null` for a plain id. */
function callIn(pointer: string): Call | null {
  const open = pointer.indexOf('(')
  if (open === -1 || !pointer.endsWith(')')) return null
  const args: string[] = []
  let depth = 0
  let start = open + 1
  for (let at = start; at < pointer.length; at += 1) {
    const character = pointer[at]
    if (character === '(') depth += 1
    else if (character === ')' && depth > 0) depth -= 1
    else if (character === ')' || (character === ',' && depth === 0)) {
      args.push(pointer.slice(start, at).trim())
      start = at + 1
    }
  }
  return { scheme: pointer.slice(0, open), args }
}

function pairsOf(
  args: readonly string[],
  range: (first: string, second: string) => RawRange | null,
): readonly RawRange[] | null {
  if (args.length === 0 || args.length % 2 === 1 || args.length > 2 * mostSpans) return null
  const ranges: RawRange[] = []
  for (let at = 0; at < args.length; at += 2) {
    const one = range(args[at] ?? '', args[at + 1] ?? '')
    if (one === null) return null
    ranges.push(one)
  }
  return ranges
}

function rangeOf(start: number | null, end: number | null): RawRange | null {
  return start === null || end === null || start > end ? null : { start, end }
}

function listOf(range: RawRange | null): readonly RawRange[] | null {
  return range === null ? null : [range]
}

function numberIn(text: string): number {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN
}
