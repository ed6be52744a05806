import { readName, unescapeUnwritable } from '../../../../../shared/exchange/xml-characters.ts'
import type { AttributeValue } from '../../../../../shared/model/attribute.ts'
import { documentStatuses } from '../../../../../shared/model/document.ts'
import { applicationName, farPrefix } from '../../../exporters/formats/tei/tei-strings.ts'
import type { ForeignAnnotation, ForeignMetadata, ForeignRelation } from '../../foreign.ts'
import {
  elementAt,
  elementsBelow,
  elementsOf,
  textOf,
  type XmlElement,
} from '../../xml-source/xml-tree.ts'
import type { Pointers } from './pointers.ts'

/*
 * Reads back what `exporters/formats/tei` writes: strings exactly, with their escapes undone, ids, times and all.
 */

/** Whether Verbatim wrote a document, by its header. */
export function isVerbatimTei(tei: XmlElement): boolean {
  const applications = elementAt(tei, 'teiHeader', 'encodingDesc', 'appInfo')
  return (
    applications !== null &&
    elementsOf(applications, 'application').some(
      ({ attributes }) => attributes.get('ident') === applicationName,
    )
  )
}

export function verbatimMetadata(tei: XmlElement): ForeignMetadata {
  const at = (...names: readonly string[]) => stringAt(tei, 'teiHeader', ...names)
  const bibl = ['fileDesc', 'sourceDesc', 'bibl'] as const
  const language = elementAt(tei, 'teiHeader', 'profileDesc', 'langUsage', 'language')
  const style = elementAt(tei, 'text')?.attributes.get('style') ?? ''
  const direction = /^direction: (ltr|rtl)$/.exec(style)?.[1]
  const status = elementAt(tei, 'teiHeader', 'revisionDesc', 'change')?.attributes.get('status')
  const notes = elementAt(tei, 'teiHeader', 'fileDesc', 'notesStmt')
  return {
    title: at('fileDesc', 'titleStmt', 'title'),
    author: at('fileDesc', 'titleStmt', 'author'),
    source: at(...bibl, 'publisher'),
    date: at(...bibl, 'date'),
    url: at(...bibl, 'idno'),
    language:
      language === null ? null : textOf(language) || (language.attributes.get('ident') ?? null),
    direction: direction === 'ltr' || direction === 'rtl' ? direction : null,
    status: documentStatuses.find((each) => each === status) ?? null,
    assignee: null,
    tags: [],
    other: Object.fromEntries(
      (notes === null ? [] : elementsOf(notes, 'note')).map((note) => [
        unescapeUnwritable(note.attributes.get('n') ?? ''),
        stringIn(note),
      ]),
    ),
  }
}

function stringAt(element: XmlElement, ...names: readonly string[]): string | null {
  const found = elementAt(element, ...names)
  return found === null ? null : stringIn(found)
}

function stringIn(element: XmlElement): string {
  return unescapeUnwritable(textOf(element))
}

/** The id within an XML id: `a.` and the id itself. */
export function idIn(xmlIdentifier: string | undefined): string | null {
  return /^[adr]\.(.+)$/.exec(xmlIdentifier ?? '')?.[1] ?? null
}

/** What a span of ours says besides its label and place. */
export function verbatimDetails(
  { attributes, children }: XmlElement,
  key: string,
  pointers: Pointers,
): Partial<ForeignAnnotation> {
  const parts = children.filter((child) => typeof child !== 'string')
  const ofName = (name: string) => parts.filter((part) => part.name === name)
  const time = (type: string) => {
    const date = ofName('date').find((part) => part.attributes.get('type') === type)
    return date?.attributes.get('when') ?? (date === undefined ? null : textOf(date))
  }
  const [fs] = ofName('fs')
  const [note] = ofName('note')
  const responsible = pointers.element(attributes.get('resp') ?? '')
  return {
    id: idIn(key),
    label: attributes.get('type') ?? '',
    speakers: ofName('name').map(stringIn),
    attributes: Object.fromEntries(
      (fs === undefined ? [] : elementsOf(fs, 'f')).map((feature) => [
        readName(feature.attributes.get('name') ?? ''),
        valueIn(feature),
      ]),
    ),
    note: note === undefined ? null : stringIn(note),
    annotator: responsible === null ? null : stringAt(responsible, 'name'),
    createdAt: time('created'),
    updatedAt: time('updated'),
  }
}

function valueIn(feature: XmlElement): AttributeValue {
  const [value] = elementsOf(feature)
  if (value === undefined) return stringIn(feature)
  const given = value.attributes.get('value') ?? ''
  if (value.name === 'binary') return given === 'true' || given === '1'
  if (value.name === 'numeric' && Number.isFinite(Number(given))) return Number(given)
  if (value.name === 'vColl') return elementsOf(value).map(stringIn)
  return stringIn(value)
}

export function verbatimRelations(tei: XmlElement): readonly ForeignRelation[] {
  const relations: ForeignRelation[] = []
  for (const { name, attributes, line } of elementsBelow(tei)) {
    if (name !== 'relation') continue
    relations.push({
      place: `line ${line}`,
      id: idIn(attributes.get('{http://www.w3.org/XML/1998/namespace}id')),
      type: readName(attributes.get('name') ?? ''),
      from: endIn(attributes.get('active') ?? ''),
      to: endIn(attributes.get('passive') ?? ''),
    })
  }
  return relations
}

function endIn(pointer: string): string {
  return pointer.startsWith(farPrefix) ? pointer.slice(farPrefix.length) : pointer.replace(/^#/, '')
}
