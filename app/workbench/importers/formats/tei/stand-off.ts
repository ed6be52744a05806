import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import type { ForeignAnnotation, ForeignRelation, ForeignSpan } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import { plainAnnotation } from '../../plain-annotation.ts'
import {
  elementAt,
  elementsBelow,
  elementsOf,
  wordsOf,
  xmlId,
  type XmlElement,
} from '../../xml-source/xml-tree.ts'
import { descriptionOf, longestName, namesOf, pointersIn } from './names.ts'
import type { Obstacle, Pointers } from './pointers.ts'

/** An element of the stand-off annotations with what groups it. */
export type StandOffElement = { readonly element: XmlElement; readonly group: XmlElement | null }

type Placed = { readonly spans: readonly ForeignSpan[] } | Obstacle

/**
 * A `span` (P5, 18.3) or an `annotation` (16.10) as an annotation. What it is called is the category that `@ana` leads to, its
 * own `@type`, what a span in a group says (`NP` in a `spanGrp` of type `phrase`), the motivation of an annotation, or its
 * group’s type.
 */
export function standOffAnnotation(
  { element, group }: StandOffElement,
  key: string,
  pointers: Pointers,
): ForeignAnnotation | Remark {
  const placed =
    element.name === 'annotation' ? targets(element, pointers) : spansOf(element, pointers)
  if ('obstacle' in placed) {
    return remark({
      thing: 'annotation',
      place: `line ${element.line}`,
      id: key,
      code: 'notFound',
      reason: t('remarks:tei.noPlace', { obstacle: placed.obstacle }),
    })
  }
  const { attributes, line } = element
  const words = element.name === 'span' ? wordsOf(element) : ''
  const { label, isWords } = labelOf({ element, group }, words, pointers)
  const layer = isWords ? group?.attributes.get('type') : undefined
  const times = timesOf(element)
  return {
    ...plainAnnotation,
    key,
    place: `line ${line}`,
    label,
    spans: placed.spans,
    attributes: Object.fromEntries([
      ...(layer === undefined ? [] : [['layer', layer] as const]),
      ...[...attributes].filter(([name]) => !readAttributes.has(name) && !name.startsWith('{')),
    ]),
    note: noteOf(element, isWords ? '' : words),
    annotator: annotatorOf(element, group, pointers),
    createdAt: times.created,
    updatedAt: times.modified,
  }
}

const readAttributes = new Set(['from', 'to', 'target', 'type', 'ana', 'resp', 'motivation'])

function spansOf({ attributes }: XmlElement, pointers: Pointers): Placed {
  const [from, to] = [attributes.get('from'), attributes.get('to')]
  if (from !== undefined) {
    const found = to === undefined ? pointers.resolve(from) : pointers.between(from, to)
    return 'obstacle' in found ? found : { spans: found }
  }
  const target = pointersIn(attributes.get('target'))
  return target.length === 0
    ? { obstacle: t('remarks:tei.obstacles.nowhere') }
    : all(target, pointers)
}

function all(targets_: readonly string[], pointers: Pointers): Placed {
  const spans: ForeignSpan[] = []
  for (const pointer of targets_) {
    const found = pointers.resolve(pointer)
    if ('obstacle' in found) return found
    spans.push(...found)
  }
  return { spans }
}

/** What an `annotation` is of may be in its `@target` or its `ptr`s; the other is what is said of it. */
function targets(element: XmlElement, pointers: Pointers): Placed {
  const given = [element, ...elementsOf(element, 'ptr')].map(({ attributes }) =>
    all(pointersIn(attributes.get('target')), pointers),
  )
  const found = given.filter((each) => 'spans' in each).flatMap(({ spans }) => spans)
  if (found.length > 0) return { spans: found }
  return (
    given.find((each) => 'obstacle' in each) ?? { obstacle: t('remarks:tei.obstacles.nowhere') }
  )
}

function labelOf(
  { element, group }: StandOffElement,
  words: string,
  pointers: Pointers,
): { readonly label: string; readonly isWords: boolean } {
  const category = pointersIn(element.attributes.get('ana')).map((pointer) => {
    const target = pointers.element(pointer)
    const described = target === null ? '' : descriptionOf(target)
    return described === '' ? pointer.replace(/^#/, '') : described
  })[0]
  const own = category ?? element.attributes.get('type')
  if (own !== undefined && own !== '') return { label: own, isWords: false }
  if (words !== '' && words.length <= longestName) return { label: words, isWords: true }
  const motivation = pointersIn(element.attributes.get('motivation'))[0]
  const label = motivation ?? group?.attributes.get('type') ?? ''
  return { label: label === '' ? element.name : label, isWords: false }
}

function noteOf(element: XmlElement, words: string): string | null {
  const notes = elementsOf(element, 'note').map(wordsOf)
  const said = element.name === 'annotation' ? notes : [words]
  return said.filter((each) => each !== '').join('\n') || null
}

function annotatorOf(
  element: XmlElement,
  group: XmlElement | null,
  pointers: Pointers,
): string | null {
  const statement = elementAt(element, 'respStmt')
  const named =
    statement === null ? null : elementsOf(statement).find(({ name }) => name !== 'resp')
  if (named !== null && named !== undefined) return wordsOf(named) || null
  const resp = element.attributes.get('resp') ?? group?.attributes.get('resp')
  return namesOf(resp, pointers).join(', ') || null
}

/** When an `annotation` was made and changed, by its `revisionDesc`. */
function timesOf(element: XmlElement) {
  const revisions = elementAt(element, 'revisionDesc')
  const changes = revisions === null ? [] : elementsOf(revisions, 'change')
  const when = (status: string) =>
    changes
      .filter(({ attributes }) => attributes.get('status') === status)
      .map(({ attributes }) => attributes.get('when'))
      .findLast((each) => each !== undefined) ?? null
  return { created: when('created'), modified: when('modified') }
}

/** Elements that say what joins annotations: `relation` (P5, 13.3.2.3) and `link` (16.1). */
export function standOffRelations(
  root: XmlElement,
  keys: ReadonlySet<string>,
): { readonly relations: readonly ForeignRelation[]; readonly others: number } {
  const relations: ForeignRelation[] = []
  let others = 0
  const groupTypes = new Map<XmlElement, string>()
  for (const element of elementsBelow(root)) {
    if (element.name === 'linkGrp') {
      for (const link of elementsOf(element, 'link')) {
        groupTypes.set(link, element.attributes.get('type') ?? '')
      }
    }
    if (element.name !== 'relation' && element.name !== 'link') continue
    const found = endsOf(element).filter(([from, to]) => keys.has(from) && keys.has(to))
    if (found.length === 0) others += 1
    const type = relationType(element, groupTypes.get(element) ?? '')
    for (const [from, to] of found) {
      relations.push({ place: `line ${element.line}`, id: null, type, from, to })
    }
  }
  return { relations, others }
}

/** Most pairs that one relation may join. */
const mostPairs = 1000

function endsOf({ name, attributes }: XmlElement): readonly (readonly [string, string])[] {
  const ids = (attribute: string) =>
    pointersIn(attributes.get(attribute)).map((pointer) => pointer.replace(/^#/, ''))
  if (name === 'link') {
    const [from, ...to] = ids('target')
    return from === undefined ? [] : to.slice(0, mostPairs).map((end) => [from, end] as const)
  }
  const mutual = ids('mutual')
  const [active, passive] = mutual.length > 0 ? [mutual, mutual] : [ids('active'), ids('passive')]
  if (active.length * passive.length > mostPairs) return []
  return active.flatMap((from) =>
    passive.flatMap((to) => (mutual.length > 0 && from === to ? [] : [[from, to] as const])),
  )
}

function relationType({ name, attributes }: XmlElement, group: string): string {
  const given = ['name', 'key', 'ref', 'type'].map((each) => attributes.get(each) ?? '')
  return given.find((each) => each !== '') ?? (group === '' ? name : group)
}

/** Spans and annotations that stand off, wherever they are in a document, each with its group. */
export function standOffElements(root: XmlElement): readonly StandOffElement[] {
  const found: StandOffElement[] = []
  const groups = new Map<XmlElement, XmlElement>()
  for (const element of elementsBelow(root)) {
    if (element.name === 'spanGrp' || element.name === 'listAnnotation') {
      for (const child of elementsOf(element)) groups.set(child, element)
    }
    if (element.name === 'span' || element.name === 'annotation') {
      found.push({ element, group: groups.get(element) ?? null })
    }
  }
  return found
}

/** The id of each, or words in its place where it has none or another has it too. */
export function keysOf(
  elements: readonly XmlElement[],
  taken: ReadonlySet<string>,
): readonly string[] {
  const keys = new Set(taken)
  return elements.map(({ name, attributes }, index) => {
    const id = attributes.get(xmlId)
    const key = id === undefined || keys.has(id) ? `${name} ${index + 1} (stand-off)` : id
    keys.add(key)
    return key
  })
}
