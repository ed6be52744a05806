import { escapeUnwritable, unwritableIn } from '../../../../../shared/exchange/xml-characters.ts'
import { version } from '../../../version.ts'
import type { DatasetDocument } from '../../dataset.ts'
import { xmlElement } from '../../xml-text.ts'
import { applicationName, stringElement, xmlIdOf } from './tei-strings.ts'

const rules =
  'The text is as it was read, white space and all. string-range() counts Unicode code points from 0 in the element with the id “text”. A character that XML cannot hold is a g element in the text; in other strings it is a backslash, u and four hexadecimal digits, and a backslash that would begin such an escape is itself \\u005c.'

/** What is known of the article and of who annotated it. `annotators` are in the order in which pointers number them. */
export function teiHeader(document: DatasetDocument, annotators: readonly string[]): string {
  return xmlElement(
    'teiHeader',
    {},
    [
      xmlElement(
        'fileDesc',
        {},
        titleStatement(document, annotators) +
          '\n<publicationStmt><p>Annotations written by Verbatim.</p></publicationStmt>' +
          notes(document) +
          source(document),
      ),
      encoding(document),
      profile(document),
      `<revisionDesc><change status="${document.status}"/></revisionDesc>`,
    ].join('\n'),
  )
}

function titleStatement({ title, author }: DatasetDocument, annotators: readonly string[]): string {
  const responsible = annotators.map((name, index) =>
    xmlElement(
      'respStmt',
      { 'xml:id': xmlIdOf.annotator(index) },
      `<resp>annotation</resp>${stringElement('name', name)}`,
    ),
  )
  const parts = [stringElement('title', title), optional('author', author), ...responsible]
  return xmlElement('titleStmt', {}, parts.join(''))
}

function notes({ metadata }: DatasetDocument): string {
  const written = Object.entries(metadata).map(([name, value]) =>
    stringElement('note', value, { type: 'metadata', n: escapeUnwritable(name) }),
  )
  return written.length === 0 ? '' : `\n${xmlElement('notesStmt', {}, written.join(''))}`
}

function source({ source: publisher, date, url }: DatasetDocument): string {
  const dated = date === null ? '' : stringElement('date', date, { when: w3cDate(date) })
  const address = url === null ? '' : stringElement('idno', url, { type: 'URI' })
  const known = optional('publisher', publisher) + dated + address
  const content = known === '' ? '<p>The source is not known.</p>' : xmlElement('bibl', {}, known)
  return `\n${xmlElement('sourceDesc', {}, content)}`
}

function encoding({ text }: DatasetDocument): string {
  const codes = new Set(unwritableIn(text).map(({ character }) => character.charCodeAt(0)))
  const characters = [...codes].toSorted((one, other) => one - other).map(characterDeclaration)
  return xmlElement(
    'encodingDesc',
    {},
    `<appInfo><application ident="${applicationName}" version="${version}"><label>${applicationName}</label></application></appInfo>\n${xmlElement('editorialDecl', {}, stringElement('p', rules))}` +
      (characters.length === 0 ? '' : `\n${xmlElement('charDecl', {}, characters.join(''))}`),
  )
}

function characterDeclaration(code: number): string {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const mapping = xmlElement('mapping', { type: 'codepoint' }, name)
  return xmlElement('char', { 'xml:id': xmlIdOf.character(code) }, mapping)
}

/** A language that is no `xsd:language` is in the element's content alone. */
function profile({ language }: DatasetDocument): string {
  if (language === null) return '<profileDesc/>'
  const known = /^[A-Za-z]{1,8}(?:-[0-9A-Za-z]{1,8})*$/.test(language)
  const element = known
    ? xmlElement('language', { ident: language })
    : stringElement('language', language, { ident: 'und' })
  return xmlElement('profileDesc', {}, xmlElement('langUsage', {}, element))
}

function optional(name: string, text: string | null): string {
  return text === null ? '' : stringElement(name, text)
}

/** The date itself where `@when` takes it (P5, teidata.temporal.w3c); `null` otherwise. */
export function w3cDate(date: string): string | null {
  const match =
    /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?$/.exec(date)
  const day = match?.[1]
  if (day === undefined || day.startsWith('0000')) return null
  if (match?.[2] !== undefined && (day.length < 10 || Number.isNaN(Date.parse(date)))) return null
  const time = Date.parse(`${day}${'-01-01'.slice(day.length - 4)}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? date : null
}
