/** What can be told of the first items of a JSON or JSON Lines file from its beginning. */
export type FirstItem = {
  /**
   * `object`: one object, or the first of several on lines of their own. `objects`: the first of a list. `pair` and
   * `pairs`: a text with an object, as spaCy’s training data has it, by itself and as the first of a list.
   */
  readonly shape: 'object' | 'objects' | 'pair' | 'pairs'
  /**
   * Names of the object’s fields with the beginning of what is in them, in raw JSON. Where the first one has nothing in a
   * field, it is that of the next one that has. As far as the sample goes.
   */
  readonly fields: ReadonlyMap<string, string>
}

/** As much as is kept of what is in a field, in UTF-16 code units. */
const longestValue = 4000

/** How many items are looked at: the first ones may be those without annotations. */
const mostItems = 200

/** Looks at JSON that may be cut off anywhere. `null` where it does not begin with an item of the shapes that are known. */
export function firstItemOf(sample: string | null): FirstItem | null {
  if (sample === null) return null
  const start = spaceAfter(sample, 0)
  if (sample[start] === '{') return { shape: 'object', fields: fieldsFrom(sample, start) }
  if (sample[start] !== '[') return null
  const first = spaceAfter(sample, start + 1)
  if (sample[first] === '{') return { shape: 'objects', fields: fieldsFrom(sample, first) }
  if (sample[first] === '"') return pairAt(sample, first, 'pair')
  if (sample[first] === '[') return pairAt(sample, spaceAfter(sample, first + 1), 'pairs')
  return null
}

function pairAt(text: string, at: number, shape: 'pair' | 'pairs'): FirstItem | null {
  if (text[at] !== '"') return null
  const comma = spaceAfter(text, valueEnd(text, at))
  const second = spaceAfter(text, comma + 1)
  if (text[comma] !== ',' || text[second] !== '{') return null
  return { shape, fields: fieldsAt(text, second).fields }
}

/** Fields of the objects that begin with this one, on lines of their own or in a list. */
function fieldsFrom(text: string, brace: number): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  let at = brace
  for (let count = 0; count < mostItems && text[at] === '{'; count += 1) {
    const item = fieldsAt(text, at)
    for (const [name, value] of item.fields) {
      const known = fields.get(name)
      if (known === undefined || isNothing.test(known)) fields.set(name, value)
    }
    const next = spaceAfter(text, item.end)
    at = text[next] === ',' ? spaceAfter(text, next + 1) : next
  }
  return fields
}

const isNothing = /^(?:\[\s*\]|\{\s*\}|null|"")$/

function fieldsAt(
  text: string,
  brace: number,
): { readonly fields: ReadonlyMap<string, string>; readonly end: number } {
  const fields = new Map<string, string>()
  let at = spaceAfter(text, brace + 1)
  while (text[at] === '"') {
    const nameEnd = valueEnd(text, at)
    const colon = spaceAfter(text, nameEnd)
    if (text[colon] !== ':') break
    const start = spaceAfter(text, colon + 1)
    const end = valueEnd(text, start)
    const name = stringIn(text.slice(at, nameEnd))
    if (name !== null) fields.set(name, text.slice(start, Math.min(end, start + longestValue)))
    const comma = spaceAfter(text, end)
    at = text[comma] === ',' ? spaceAfter(text, comma + 1) : comma
    if (text[comma] !== ',') break
  }
  return { fields, end: text[at] === '}' ? at + 1 : text.length }
}

function stringIn(raw: string): string | null {
  try {
    const value: unknown = JSON.parse(raw)
    return typeof value === 'string' ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The end of the value that starts at `at`; the end of the text where it is cut off. */
function valueEnd(text: string, at: number): number {
  let depth = 0
  for (let index = at; index < text.length; index += 1) {
    const character = text[index]
    if (character === '"') {
      index = stringEnd(text, index) - 1
      if (depth === 0) return index + 1
    } else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') {
      if (depth <= 1) return depth === 1 ? index + 1 : index
      depth -= 1
    } else if (depth === 0 && character === ',') return index
  }
  return text.length
}

function stringEnd(text: string, quote: number): number {
  for (let index = quote + 1; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1
    else if (text[index] === '"') return index + 1
  }
  return text.length
}

function spaceAfter(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1
  return at
}
