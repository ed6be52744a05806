import { spellName } from '../../../../../shared/exchange/xml-characters.ts'
import type { AttributeValue } from '../../../../../shared/model/attribute.ts'
import type { DatasetAnnotation } from '../../dataset.ts'
import type { DatasetRelation } from '../../export-format.ts'
import { xmlElement } from '../../xml-text.ts'
import { w3cDate } from './header.ts'
import { farPrefix, stringElement, textId, xmlIdOf } from './tei-strings.ts'

/**
 * An annotation as a `span` that points into the text: its label is the type, its pieces are pairs of offset and length
 * (P5, 16.2.4.7 string-range()). Speakers, times, attributes and the note are its content.
 */
export function annotationSpan(
  annotation: DatasetAnnotation,
  { annotator, names }: { readonly annotator: number; readonly names: ReadonlyMap<string, string> },
): string {
  const { id, label, spans, attribution, attributes, note, createdAt, updatedAt } = annotation
  const numbers = spans.flatMap(({ startCodePoint: start, endCodePoint: end }) => [
    start,
    end - start,
  ])
  const values = Object.entries(attributes).map(([name, value]) =>
    xmlElement('f', { name: spellName(name) }, featureValue(value)),
  )
  const content = [
    time('created', createdAt),
    time('updated', updatedAt),
    ...attribution.map((speaker) =>
      stringElement('name', names.get(speaker) ?? '', { type: 'speaker' }),
    ),
    values.length === 0 ? '' : xmlElement('fs', { type: 'attributes' }, values.join('')),
    note === null ? '' : stringElement('note', note),
  ]
  return xmlElement(
    'span',
    {
      'xml:id': xmlIdOf.annotation(id),
      type: label,
      target: `#string-range(${[textId, ...numbers].join(',')})`,
      resp: `#${xmlIdOf.annotator(annotator)}`,
    },
    content.join(''),
  )
}

function time(type: string, when: string): string {
  return xmlElement('date', { type, when: w3cDate(when) }, w3cDate(when) === null ? when : '')
}

/** Values of feature structures (P5, chapter 18): the kind of each is its element. */
function featureValue(value: AttributeValue): string {
  if (typeof value === 'boolean') return xmlElement('binary', { value: String(value) })
  if (typeof value === 'string') return stringElement('string', value)
  if (typeof value === 'number') {
    return xmlElement('numeric', { value: Object.is(value, -0) ? '-0' : String(value) })
  }
  const strings = value.map((each) => stringElement('string', each))
  return xmlElement('vColl', { org: 'list' }, strings.join(''))
}

/** `present` are the ids of the annotations of the same document; any other is named by a `urn:uuid:` address. */
export function relationElement(
  { id, type, from, to }: DatasetRelation,
  present: ReadonlySet<string>,
): string {
  const pointer = (end: string) =>
    present.has(end) ? `#${xmlIdOf.annotation(end)}` : `${farPrefix}${end}`
  return xmlElement('relation', {
    'xml:id': xmlIdOf.relation(id),
    name: spellName(type),
    active: pointer(from),
    passive: pointer(to),
  })
}
