import { elementAt, elementsBelow, wordsOf, type XmlElement } from '../../xml-source/xml-tree.ts'
import type { Pointers } from './pointers.ts'

/** Longest name and label, in UTF-16 code units. */
export const longestName = 100

const nameElements = new Set(['persName', 'orgName', 'name', 'forename', 'label', 'title'])

/**
 * Names of those that pointers lead to, such as `@who` of a speech: what a `person`, an `org` or a `respStmt` is called, or
 * the pointer’s own words where it leads to nothing in the document.
 */
export function namesOf(value: string | undefined, pointers: Pointers): readonly string[] {
  return pointersIn(value).map((pointer) => {
    const element = pointers.element(pointer)
    const name = element === null ? '' : nameOf(element)
    return name === '' ? pointer.replace(/^#/, '') : name
  })
}

export function pointersIn(value: string | undefined): readonly string[] {
  return (value ?? '').split(/[ \t\r\n]+/).filter((pointer) => pointer !== '')
}

const known = new WeakMap<XmlElement, string>()

/** Kept, because many things point to the same element, which may be large. */
function nameOf(element: XmlElement): string {
  const name = known.get(element) ?? firstName(element)
  known.set(element, name)
  return name
}

function firstName(element: XmlElement): string {
  for (const each of elementsBelow(element)) {
    if (each !== element && nameElements.has(each.name)) return wordsOf(each)
  }
  const words = wordsOf(element)
  return words.length <= longestName ? words : ''
}

const described = new WeakMap<XmlElement, string>()

/** What a category, an interpretation or the like says, on one line; empty where that is too long for a label. */
export function descriptionOf(element: XmlElement): string {
  const kept = described.get(element)
  if (kept !== undefined) return kept
  const words = wordsOf(elementAt(element, 'catDesc') ?? element)
  const description = words.length <= longestName ? words : ''
  described.set(element, description)
  return description
}
