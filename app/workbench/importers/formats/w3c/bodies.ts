import { t } from '../../../../../shared/language/translate.ts'
import { attributeValueSchema, type AttributeValue } from '../../../../../shared/model/attribute.ts'
import { isObject } from '../../foreign-metadata.ts'
import type { ForeignAnnotation } from '../../foreign.ts'
import { noteUnread } from '../../unread-fields.ts'
import { iriOf, listOf, textOf, typesOf, words, type Node } from './json-ld.ts'

/** What the bodies of an annotation say of its text. */
type Said = Pick<ForeignAnnotation, 'label' | 'note' | 'speakers' | 'attributes'>

/** Purposes whose text is for people to read. Hypothesis and Recogito give comments no purpose, or `commenting`. */
const remarks = new Set([
  'assessing',
  'bookmarking',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'moderating',
  'questioning',
  'replying',
])

const readFields = new Set([
  'id',
  '@id',
  'type',
  '@type',
  'purpose',
  'value',
  'source',
  'label',
  'name',
  'items',
  'verbatim',
  // These say how the text is written, and it is kept as it is; and who wrote it.
  'format',
  'creator',
])

/**
 * The label is the first tag (Recogito and Hypothesis: a TextualBody with the purpose `tagging`), or else the first class; a
 * body without a purpose has that of its annotation (§3.3.5). Further ones become the attribute `tags`. Where there
 * is none, the label is what the annotation was made for. Comments make the note, external ones as their address, and texts of
 * any other purpose an attribute of its name.
 */
export function readBodies(
  annotation: Node,
  speakerIds: ReadonlySet<string>,
  unread: Set<string>,
): Said {
  const motivations = words(annotation['motivation'])
  const inherited = motivations.filter((word) => word === 'tagging' || word === 'classifying')
  const tags: string[] = []
  const classes: string[] = []
  const notes: string[] = []
  const speakers: string[] = []
  const attributes = new Map<string, AttributeValue>()
  const others = new Map<string, string[]>()

  for (const body of bodiesOf(annotation, unread)) {
    const text = textIn(body)
    const own = isObject(body) ? ownOf(body, speakerIds) : null
    if (own?.kind === 'speaker') speakers.push(own.speaker)
    else if (own?.kind === 'attribute') attributes.set(own.name, own.value)
    else if (text === null) unread.add(t('remarks:w3c.bareBody'))
    else if (text !== '') {
      const purposes = isObject(body) ? words(body['purpose']) : []
      const [purpose] = purposes.length === 0 ? inherited : purposes
      if (purpose === 'tagging') tags.push(text)
      else if (purpose === 'classifying') classes.push(text)
      else if (purpose === undefined || remarks.has(purpose)) notes.push(text)
      else others.set(purpose, [...(others.get(purpose) ?? []), text])
    }
  }
  const [label, ...further] = [...tags, ...classes]
  if (further.length > 0) attributes.set('tags', further)
  for (const [purpose, texts] of others) {
    const [only] = texts
    attributes.set(purpose, texts.length === 1 && only !== undefined ? only : texts)
  }
  const [motivation] = motivations
  return {
    label: label ?? motivation ?? (notes.length > 0 ? 'commenting' : 'highlighting'),
    note: notes.length === 0 ? null : notes.join('\n\n'),
    speakers,
    attributes: Object.fromEntries(attributes),
  }
}

/** Of a choice the first, which is the default (§3.2.7); of any other set all (appendix D). */
function bodiesOf(annotation: Node, unread: Set<string>): readonly unknown[] {
  if (annotation['body'] !== undefined && annotation['bodyValue'] !== undefined) {
    unread.add(t('remarks:w3c.bodyValue'))
  }
  const { body, bodyValue } = annotation
  if (body === undefined) return bodyValue === undefined ? [] : [{ value: bodyValue }]
  return listOf(body).flatMap((each) => {
    const [type] = typesOf(each)
    if (!isObject(each) || each['items'] === undefined) return [each]
    const items = listOf(each['items'])
    if (type !== 'Choice') return items
    if (items.length > 1) unread.add(t('remarks:w3c.bodiesOfChoice'))
    return items.slice(0, 1)
  })
}

/** The text of a body, or what it is called, or its address. `null` for what is no body. */
function textIn(body: unknown): string | null {
  if (!isObject(body)) return textOf(body)
  const { value, label, name, source } = body
  const called = isObject(source) ? (source['label'] ?? source['name']) : undefined
  return (
    textOf(value) ?? textOf(label) ?? textOf(name) ?? textOf(called) ?? iriOf(source) ?? iriOf(body)
  )
}

type Own =
  | { readonly kind: 'speaker'; readonly speaker: string }
  | { readonly kind: 'attribute'; readonly name: string; readonly value: AttributeValue }

/** What Verbatim writes into bodies besides what the recommendation has words for. */
function ownOf({ verbatim, value }: Node, speakerIds: ReadonlySet<string>): Own | null {
  if (!isObject(verbatim)) return null
  const { speaker, attribute } = verbatim
  if (typeof speaker === 'string') {
    const name = textOf(value)
    return { kind: 'speaker', speaker: speakerIds.has(speaker) ? speaker : (name ?? speaker) }
  }
  const parsed = attributeValueSchema.safeParse(verbatim['value'])
  return typeof attribute === 'string' && parsed.success
    ? { kind: 'attribute', name: attribute, value: parsed.data }
    : null
}

/** Notes what bodies say besides. */
export function noteUnreadOfBodies(annotation: Node, unread: Set<string>): void {
  for (const body of listOf(annotation['body'])) {
    if (isObject(body)) noteUnread(body, readFields, 'bodies', unread)
  }
}
