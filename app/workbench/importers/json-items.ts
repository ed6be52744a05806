import type { Remark } from '../../../shared/exchange/remark.ts'
import { t } from '../../../shared/language/translate.ts'
import type { SourceFile } from './import-format.ts'
import { parseJson, readJson } from './json-source.ts'
import { remark } from './landing/landing.ts'
import { linesOf, type Line } from './lines.ts'
import { Refusal } from './refusal.ts'

/** One item of a JSON file, or what stands in its place and cannot be read. */
export type JsonItem = {
  /** `line 3` in JSON Lines, `[2]` in a list, `null` where the file is one item. */
  readonly place: string | null
  /** Bytes of the file up to its end. */
  readonly end: number
} & ({ readonly value: unknown } | { readonly refusal: Remark })

/**
 * The items of a file that has them on lines of their own (JSON Lines), in a list, or is one item. Lines, and a list
 * that is written one item to a line, are read one at a time however long the file is; anything else is read whole.
 * An item that is no JSON is given as a refusal, and the rest goes on. Throws `Refusal` where nothing can be read.
 */
export async function* jsonItems(file: SourceFile): AsyncGenerator<JsonItem> {
  const layout = await layoutOf(file)
  if (layout === 'lines') yield* lineItems(file)
  else if (layout === 'list') yield* listedItems(file)
  else {
    const value = await readJson(file)
    if (Array.isArray(value) && !isPair(value)) {
      for (const [index, item] of value.entries()) {
        yield { place: `[${index}]`, end: file.size, value: item }
      }
    } else yield { place: null, end: file.size, value }
  }
}

/** Whether an item is a text with an object, as spaCy’s training data has it: one item, and not a list of items. */
export function isPair(value: unknown): value is readonly [string, object] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === 'string' &&
    typeof value[1] === 'object' &&
    value[1] !== null
  )
}

/** How many lines without anything on them may come first. */
const mostBlankLines = 1000

/** Two lines are enough to tell, and no more is read: the second may be where pretty-printing shows. */
async function layoutOf(file: SourceFile): Promise<'lines' | 'list' | 'whole'> {
  const first: Line[] = []
  for await (const line of firstLines(file)) {
    if (line.text.trim() !== '') first.push(line)
    if (first.length === 2 || line.number > mostBlankLines) break
  }
  const [one, two] = first.map(({ text }) => text.trim())
  if (one === undefined) return 'whole'
  if (one === '[') return two !== undefined && isListedItem(two) ? 'list' : 'whole'
  if (isWholeJson(one)) return two === undefined && !one.startsWith('{') ? 'whole' : 'lines'
  return two !== undefined && isWholeJson(two) ? 'lines' : 'whole'
}

/** As `linesOf`, but ends without a word where a line is too long or is no UTF-8: the file is no JSON Lines then. */
async function* firstLines(file: SourceFile): AsyncGenerator<Line> {
  try {
    yield* linesOf(file)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

function isWholeJson(line: string): boolean {
  if (!/^[[{]/.test(line)) return false
  try {
    parseJson(line, null)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

function isListedItem(line: string): boolean {
  return isWholeJson(withoutComma(line))
}

function withoutComma(line: string): string {
  return line.endsWith(',') ? line.slice(0, -1) : line
}

async function* lineItems(file: SourceFile): AsyncGenerator<JsonItem> {
  for await (const { text, number, end } of linesOf(file)) {
    if (text.trim() !== '') yield itemIn(text, `line ${number}`, end)
  }
}

async function* listedItems(file: SourceFile): AsyncGenerator<JsonItem> {
  let open = false
  for await (const { text, number, end } of linesOf(file)) {
    const line = text.trim()
    if (line === '') continue
    if (!open) open = true
    else if (line === ']') return
    else yield itemIn(withoutComma(line), `line ${number}`, end)
  }
  yield {
    place: null,
    end: file.size,
    refusal: remark({
      thing: 'file',
      code: 'malformed',
      reason: t('remarks:json.cutShort'),
    }),
  }
}

function itemIn(text: string, place: string, end: number): JsonItem {
  try {
    return { place, end, value: parseJson(text, place) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { place, end, refusal: { ...error.remark, thing: 'document' } }
  }
}
