import { isObject } from '../../foreign-metadata.ts'

/*
 * JSON-LD as Web Annotations are written in it: a property may hold one thing or a list, a thing its address or all of it,
 * a text may be wrapped in an object. Nothing is looked up in a context: the recommendation fixes the terms
 * (https://www.w3.org/TR/annotation-model/, appendix C).
 */

export type Node = Readonly<Record<string, unknown>>

/** What a property holds, as a list: nothing, one thing or several. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** A text, also where it is written as `{"@value": …}`; `null` for anything else. */
export function textOf(value: unknown): string | null {
  const text = isObject(value) ? value['@value'] : value
  return typeof text === 'string' ? text : null
}

/** The address of a thing that stands as its address or as an object with it; `null` where it has none. */
export function iriOf(value: unknown): string | null {
  return isObject(value) ? textOf(value['id'] ?? value['@id']) : textOf(value)
}

/** Classes of a thing, without the prefix of the vocabulary. */
export function typesOf(value: unknown): readonly string[] {
  return isObject(value) ? words(value['type'] ?? value['@type']) : []
}

/** Names of the vocabulary: classes, motivations, purposes, with or without its address or prefix before them. */
export function words(value: unknown): readonly string[] {
  return listOf(value).flatMap((word) => {
    const iri = iriOf(word)
    if (iri === null || iri === '') return []
    return [iri.replace(/^(oa:|http:\/\/www\.w3\.org\/ns\/oa#)/, '')]
  })
}

/** The id in an address as Verbatim writes it, any other address as it is. */
export function keyOf(iri: string): string {
  return iri.replace(/^urn:uuid:/i, '')
}
