import { setImmediate } from 'node:timers/promises'

/** Lists longer than this are written in pieces of so many items. */
const itemsAtOnce = 200
/** Objects are looked into for long lists down to this depth: what a call or an event gives has them near its top. */
const deepest = 3

/** How long others wait at most, in ms. */
const longest = 10

/** What is sent at once, in UTF-16 code units, where there is more. */
const chunk = 128 * 1024

/** JSON of a value as one text. */
export async function jsonOf(value: unknown): Promise<string> {
  let json = ''
  for await (const part of jsonInChunks(value)) json += part
  return json
}

/**
 * JSON of a value in chunks to be sent, with turns for others in between: ten thousand documents in one go take a tenth of a
 * second, and as one text twice their memory.
 */
export async function* jsonInChunks(value: unknown): AsyncGenerator<string, void> {
  let pieces: string[] = []
  let size = 0
  let began = performance.now()
  for (const piece of jsonPieces(value)) {
    pieces.push(piece)
    size += piece.length
    if (size >= chunk) {
      yield pieces.join('')
      pieces = []
      size = 0
    }
    if (performance.now() - began < longest) continue
    await setImmediate()
    began = performance.now()
  }
  if (size > 0) yield pieces.join('')
}

/** JSON of a value, long lists in it in several pieces. */
export function* jsonPieces(value: unknown, depth = 0): Generator<string, void> {
  if (Array.isArray(value) && value.length > itemsAtOnce) {
    for (let first = 0; first < value.length; first += itemsAtOnce) {
      const items = JSON.stringify(value.slice(first, first + itemsAtOnce)).slice(1, -1)
      yield `${first === 0 ? '[' : ','}${items}`
    }
    yield ']'
  } else if (isObject(value) && depth < deepest) {
    let separator = '{'
    for (const [name, each] of Object.entries(value)) {
      if (each === undefined) continue
      yield `${separator}${JSON.stringify(name)}:`
      yield* jsonPieces(each, depth + 1)
      separator = ','
    }
    yield separator === '{' ? '{}' : '}'
  } else yield JSON.stringify(value)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
