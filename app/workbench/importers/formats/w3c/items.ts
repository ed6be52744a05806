import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { isObject } from '../../foreign-metadata.ts'
import type { SourceFile } from '../../import-format.ts'
import { jsonItems } from '../../json-items.ts'
import { parseJson } from '../../json-source.ts'
import { remark } from '../../landing/landing.ts'
import { linesOf } from '../../lines.ts'
import { Refusal } from '../../refusal.ts'
import { iriOf, listOf, typesOf, type Node } from './json-ld.ts'

/** What a file of Web Annotations holds, in its order. */
export type Item =
  /** What Verbatim writes before its annotations. */
  | { readonly kind: 'head'; readonly value: Node; readonly place: string | null }
  | { readonly kind: 'item'; readonly value: unknown; readonly place: string }
  | { readonly kind: 'refused' | 'changed'; readonly remark: Remark }
  | { readonly kind: 'progress'; readonly bytes: number }

/**
 * The annotations of a file: one, a list, JSON Lines, a page, or a collection with pages embedded in it (§5). What Verbatim
 * writes is read a line at a time.
 */
export async function* itemsOf(file: SourceFile): AsyncGenerator<Item> {
  const opening = await ownOpening(file)
  if (opening !== null) {
    yield* ownItems(file, opening)
    return
  }
  for await (const item of jsonItems(file)) {
    if ('refusal' in item) yield { kind: 'refused', remark: annotationRemark(item.refusal) }
    else yield* unfold(item.value, item.place)
    yield { kind: 'progress', bytes: item.end }
  }
}

/** The first line of a file as Verbatim writes it, up to its list of items; `null` for any other file. */
async function ownOpening(file: SourceFile): Promise<Node | null> {
  try {
    for await (const { text } of linesOf(file)) {
      if (!text.trimEnd().endsWith('"items":[')) return null
      const value = parseJson(`${text}]}}`, null)
      return isObject(value) ? ownIn(value) : null
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  return null
}

async function* ownItems(file: SourceFile, head: Node): AsyncGenerator<Item> {
  yield { kind: 'head', value: head, place: 'line 1' }
  let count = 0
  let total: number | null = null
  for await (const { number, text, end } of linesOf(file)) {
    const line = text.trim()
    if (number === 1 || line === '') continue
    const place = `line ${number}`
    const closing = /^\]\},"last":"[^"]*","total":(\d+)\}$/.exec(line)
    if (closing !== null) total = Number(closing[1])
    else {
      count += 1
      yield itemIn(line.endsWith(',') ? line.slice(0, -1) : line, place)
    }
    yield { kind: 'progress', bytes: end }
  }
  if (total === count) return
  const reason = total === null ? t('remarks:w3c.cutShort') : t('remarks:w3c.otherNumber')
  const counted = { expected: total === null ? null : String(total), found: String(count) }
  yield {
    kind: total === null ? 'refused' : 'changed',
    remark: remark({ thing: 'other', code: 'malformed', reason, ...counted }),
  }
}

function itemIn(text: string, place: string): Item {
  try {
    return { kind: 'item', value: parseJson(text, place), place }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { kind: 'refused', remark: annotationRemark(error.remark) }
  }
}

/** What is none of these is given as an item all the same, and refused as an annotation. */
function* unfold(value: unknown, place: string | null): Generator<Item> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* unfold(each, within(place, `[${index}]`))
    return
  }
  const types = typesOf(value)
  if (isObject(value) && types.some((type) => collections.has(type))) {
    const own = ownIn(value)
    if (own !== null) yield { kind: 'head', value: own, place }
    yield* pagesOf(value, place)
  } else if (isObject(value) && Array.isArray(value['@graph'])) {
    yield* unfold(value['@graph'], within(place, '@graph'))
  } else yield { kind: 'item', value, place: place ?? 'annotation' }
}

const collections = new Set([
  'AnnotationCollection',
  'OrderedCollection',
  'AnnotationPage',
  'OrderedCollectionPage',
])

/** The items of a collection or page, and of the pages in it; pages that are elsewhere are told of. */
function* pagesOf(collection: Node, place: string | null): Generator<Item> {
  for (const [index, item] of listOf(collection['items']).entries()) {
    yield* unfold(item, within(place, `items[${index}]`))
  }
  const first = iriOf(collection['first'])
  for (const name of ['first', 'next', 'last'] as const) {
    const page = collection[name]
    if (isObject(page) && page['items'] !== undefined) {
      // A collection of one page may have it twice.
      const again = name === 'last' && first !== null && iriOf(page) === first
      if (!again) yield* pagesOf(page, within(place, name))
    } else if (page !== undefined && name !== 'last') {
      const address = iriOf(page) ?? t('remarks:w3c.noAddress')
      const reason = t(`remarks:w3c.pages.${name}`, { address })
      yield { kind: 'changed', remark: remark({ thing: 'other', place, code: 'notFound', reason }) }
    }
  }
}

/** What Verbatim says in a collection of its own. */
function ownIn(collection: Node): Node | null {
  const own = collection['verbatim']
  return isObject(own) ? own : null
}

function within(place: string | null, part: string): string {
  return place === null ? part : `${place}, ${part}`
}

function annotationRemark(given: Remark): Remark {
  return { ...given, thing: 'annotation' }
}
