import { documentStatuses } from '../../../shared/model/document.ts'
import type { ForeignMetadata } from './foreign.ts'

const named = ['title', 'source', 'author', 'date', 'language'] as const

/**
 * What fields of a JSON object say of an article, by the names that datasets commonly have for it and that Verbatim
 * writes (`exporters/document-fields.ts`). Everything that is not known is metadata under its own name; a field
 * `metadata` that holds an object is taken apart.
 */
export function metadataOf(fields: ReadonlyMap<string, unknown>): ForeignMetadata {
  const given = new Map(fields)
  const take = (name: string): string | null => {
    const value = given.get(name)
    if (typeof value !== 'string' || value === '') return null
    given.delete(name)
    return value
  }
  const [title, source, author, date, language] = named.map(take)
  const url = /^https?:\/\//i.test(String(given.get('url'))) ? take('url') : null
  const direction = given.get('direction')
  if (direction === 'ltr' || direction === 'rtl') given.delete('direction')
  const status = documentStatuses.find((each) => each === given.get('status')) ?? null
  if (status !== null) given.delete('status')
  const nested = given.get('metadata')
  if (isObject(nested)) given.delete('metadata')
  return {
    title: title ?? null,
    source: source ?? null,
    author: author ?? null,
    date: date ?? null,
    url,
    language: language ?? null,
    direction: direction === 'ltr' || direction === 'rtl' ? direction : null,
    status,
    assignee: null,
    tags: [],
    other: Object.fromEntries([
      ...textsOf(given),
      ...(isObject(nested) ? textsOf(Object.entries(nested)) : []),
    ]),
  }
}

/** Fields in words, those that say nothing left out. */
function textsOf(fields: Iterable<readonly [string, unknown]>): readonly [string, string][] {
  return [...fields].flatMap(([name, value]): readonly [string, string][] => {
    const text = textOf(value)
    return text === null ? [] : [[name, text]]
  })
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.length === 0) return null
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) {
    return value.join(', ')
  }
  return JSON.stringify(value)
}

/** Whether a value of JSON is an object, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The fields of an object by name, those left out that are read otherwise. */
export function fieldsOf(
  object: Readonly<Record<string, unknown>>,
  without: readonly string[] = [],
): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(object).filter(([name]) => !without.includes(name)))
}
