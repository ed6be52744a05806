import { noMetadata } from '../../article.ts'
import type { ForeignMetadata } from '../../foreign.ts'
import {
  elementAt,
  elementsBelow,
  elementsOf,
  wordsOf,
  xmlLang,
  type XmlElement,
} from '../../xml-source/xml-tree.ts'

/**
 * What a TEI header says of an article (P5, chapter 2): the source of the file, where it describes one, before the file
 * itself.
 */
export function metadataIn(tei: XmlElement): ForeignMetadata {
  const header = elementAt(tei, 'teiHeader')
  if (header === null) return { ...noMetadata, language: languageOf(tei, null) }
  const file = elementAt(header, 'fileDesc')
  const title = elementAt(header, 'fileDesc', 'titleStmt')
  const places = [
    ...(file === null ? [] : elementsOf(file, 'sourceDesc')),
    ...(file === null ? [] : elementsOf(file, 'publicationStmt')),
    ...[elementAt(header, 'profileDesc', 'creation')].filter((each) => each !== null),
  ].map((place) => [...elementsBelow(place)])
  const first = <Value>(find: (element: XmlElement) => Value | null): Value | null => {
    for (const elements of places) {
      for (const element of elements) {
        const found = find(element)
        if (found !== null) return found
      }
    }
    return null
  }
  const named = (name: string) => (element: XmlElement) =>
    element.name === name ? wordsOf(element) || null : null
  const authors = title === null ? [] : elementsOf(title, 'author').map(wordsOf).filter(Boolean)
  return {
    ...noMetadata,
    title: title === null ? null : titleOf(title),
    author: authors.length > 0 ? authors.join('; ') : first(named('author')),
    source: first(named('publisher')),
    date: first(dateOf),
    url: first(addressOf),
    language: languageOf(tei, header),
    other: otherOf(header, places.flat()),
  }
}

function titleOf(statement: XmlElement): string | null {
  const titles = elementsOf(statement, 'title')
  const title = titles.find(({ attributes }) => attributes.get('type') === 'main') ?? titles[0]
  return title === undefined ? null : wordsOf(title) || null
}

function dateOf({ name, attributes, ...element }: XmlElement): string | null {
  if (name !== 'date') return null
  const when = ['when', 'when-iso', 'from', 'notBefore'].map((each) => attributes.get(each))
  return (
    when.find((each) => each !== undefined && each !== '') ??
    (wordsOf({ name, attributes, ...element }) || null)
  )
}

function addressOf(element: XmlElement): string | null {
  const given =
    element.name === 'idno'
      ? wordsOf(element)
      : element.name === 'ref' || element.name === 'ptr'
        ? (element.attributes.get('target') ?? '')
        : ''
  return /^https?:\/\/\S+$/i.test(given) ? given : null
}

function languageOf(tei: XmlElement, header: XmlElement | null): string | null {
  const usage = header === null ? null : elementAt(header, 'profileDesc', 'langUsage', 'language')
  const text = elementAt(tei, 'text')
  const given = [
    usage?.attributes.get('ident'),
    text?.attributes.get(xmlLang),
    tei.attributes.get(xmlLang),
  ]
  return given.find((each) => each !== undefined && each !== '') ?? null
}

/** Identifiers that are no address, by their types, and keywords. */
function otherOf(
  header: XmlElement,
  elements: readonly XmlElement[],
): Readonly<Record<string, string>> {
  const other = new Map<string, string>()
  const add = (name: string, value: string) => {
    const known = other.get(name)
    if (value !== '') other.set(name, known === undefined ? value : `${known}; ${value}`)
  }
  for (const element of elements) {
    if (element.name !== 'idno' || addressOf(element) !== null) continue
    add(element.attributes.get('type') ?? 'idno', wordsOf(element))
  }
  const classes = elementAt(header, 'profileDesc', 'textClass')
  for (const element of classes === null ? [] : elementsBelow(classes)) {
    if (element.name === 'term') add('keywords', wordsOf(element))
  }
  return Object.fromEntries(other)
}
