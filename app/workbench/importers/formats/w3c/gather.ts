import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { isObject } from '../../foreign-metadata.ts'
import type {
  ForeignAnnotation,
  ForeignDocument,
  ForeignRelation,
  OffsetUnit,
  Reading,
} from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import { tellUnread } from '../../unread-fields.ts'
import { readDocument } from '../verbatim/document.ts'
import { readHead, type Head } from '../verbatim/head.ts'
import { readAnnotation, type OnSource } from './annotation.ts'
import { keyOf, typesOf, type Node } from './json-ld.ts'
import { linksOf, plainLink, tagOnWhole, type Link } from './links.ts'
import { knowText, type Ground } from './selectors.ts'
import { siblingDocument, siblingNamed, type SiblingText } from './sibling-texts.ts'

/** Everything on one source, until all of it is known. */
type Gathered = {
  readonly annotations: ForeignAnnotation[]
  readonly relations: ForeignRelation[]
  readonly changed: Remark[]
  readonly keys: Set<string>
}

/** Brings annotations to the documents they are on, while a file is read. */
export type Gathering = {
  readonly head: (value: Node, place: string | null) => Generator<Reading>
  readonly item: (value: unknown, place: string) => Generator<Reading>
  /** What is left when all of the file was read. */
  readonly rest: () => Generator<Reading>
}

const noHead: Head = {
  tagSet: { labels: [], relationTypes: [], speakers: [], projectName: null, attributeKinds: {} },
  speakerIds: new Set(),
}

/** `siblings` are texts beside the file that it may name as its sources, by their names. */
export function gather(siblings: ReadonlyMap<string, SiblingText>): Gathering {
  const unread = new Set<string>()
  const grounds = new Map<string, Ground>()
  const bySource = new Map<string, Gathered>()
  const home = new Map<string, Gathered>()
  const links: Link[] = []
  const tagged: { readonly node: Node; readonly place: string }[] = []
  let head = noHead
  let unit: OffsetUnit = 'codePoint'
  let current: { readonly document: ForeignDocument; readonly things: Gathered } | null = null

  function groundOf(source: string): Ground {
    const known = grounds.get(source)
    if (known !== undefined) return known
    const sibling = siblings.get(siblingNamed(source, siblings.keys()) ?? '')
    const text = sibling === undefined ? null : knowText(sibling.text, unit)
    const ground = { unit, text }
    grounds.set(source, ground)
    return ground
  }

  function thingsOn(source: string): Gathered {
    if (current !== null && keyOf(source) === current.document.id) return current.things
    const name = siblingNamed(source, siblings.keys()) ?? keyOf(source)
    const known = bySource.get(name) ?? nothing()
    bySource.set(name, known)
    return known
  }

  function add({ source, annotation, changed }: OnSource): void {
    const things = thingsOn(source)
    const { key, place } = annotation
    const again = things.keys.has(key)
    const own = again ? { ...annotation, key: `${key} (${place})`, id: null } : annotation
    things.keys.add(own.key)
    if (!home.has(own.key)) home.set(own.key, things)
    things.annotations.push(own)
    things.changed.push(...changed)
    if (again) {
      const reason = t('remarks:w3c.sameId')
      things.changed.push(
        remark({ thing: 'annotation', place, id: key, code: 'alreadyExists', reason }),
      )
    }
  }

  function* closeDocument(): Generator<Reading> {
    if (current === null) return
    const { document, things } = current
    current = null
    for (const key of things.keys) home.delete(key)
    yield { kind: 'document', document: { ...document, ...withoutKeys(things), offsetUnit: unit } }
  }

  function* openDocument(record: Node, place: string): Generator<Reading> {
    yield* closeDocument()
    const reading = readDocument({ ...record, annotations: [] }, place, head)
    if (reading.kind === 'document') current = { document: reading.document, things: nothing() }
    else yield reading
  }

  function* onText(node: Node, place: string): Generator<Reading> {
    const { read, refused } = readAnnotation(node, place, {
      groundOf,
      speakerIds: head.speakerIds,
      unread,
    })
    for (const each of read) add(each)
    for (const each of refused) yield { kind: 'refused', remark: each }
  }

  function relate(link: Link, type: string): boolean {
    const things = home.get(link.from)
    things?.relations.push({ ...link, type })
    return things !== undefined
  }

  return {
    *head(value, place) {
      head = readHead(value, place)
      unit = value['offsetUnit'] === 'utf16' ? 'utf16' : 'codePoint'
      yield { kind: 'tagSet', tagSet: head.tagSet }
    },
    *item(value, place) {
      if (!isObject(value) || !typesOf(value).includes('Annotation')) {
        yield { kind: 'refused', remark: noAnnotation(value, place) }
        return
      }
      const record = recordIn(value)
      const joined = linksOf(value, place)
      if (record !== null) yield* openDocument(record, place)
      else if (joined.length > 0) {
        const later = joined.filter(({ type, ...link }) => {
          return type === null || !relate({ ...link, type }, type)
        })
        links.push(...later)
      } else if (tagOnWhole(value) !== null) tagged.push({ node: value, place })
      else yield* onText(value, place)
    },
    *rest() {
      const types = new Map<string, string>()
      const ids = new Set(links.map(({ id }) => id))
      for (const { node, place } of tagged) {
        const tag = tagOnWhole(node)
        if (tag !== null && ids.has(tag.target)) types.set(tag.target, tag.tag)
        else yield* onText(node, place)
      }
      for (const link of links) {
        if (!relate(link, link.type ?? types.get(link.id ?? '') ?? plainLink)) {
          yield { kind: 'refused', remark: leadsNowhere(link) }
        }
      }
      yield* closeDocument()
      for (const [target, things] of bySource) {
        const sibling = siblings.get(target)
        if (sibling !== undefined) yield siblingDocument(target, sibling, withoutKeys(things))
        else {
          const annotations = { ...withoutKeys(things), target, place: null, offsetUnit: unit }
          yield {
            kind: 'annotations',
            annotations: { ...annotations, quoteForm: 'exact', refused: [] },
          }
        }
      }
      yield* tellUnread(unread)
    },
  }
}

function nothing(): Gathered {
  return { annotations: [], relations: [], changed: [], keys: new Set() }
}

function withoutKeys({ annotations, relations, changed }: Gathered) {
  return { annotations, relations, changed }
}

/** What Verbatim says of a document, with its text, in the annotation that describes it. */
function recordIn({ target }: Node): Node | null {
  const record = isObject(target) ? target['verbatim'] : undefined
  return isObject(record) && record['text'] !== undefined ? record : null
}

function noAnnotation(value: unknown, place: string): Remark {
  const types = typesOf(value).join(', ')
  const reason =
    types === ''
      ? t('remarks:w3c.noType')
      : t('remarks:w3c.otherType', { types: types.slice(0, 200) })
  return remark({ thing: 'annotation', place, code: 'malformed', reason })
}

function leadsNowhere({ place, id, from }: Link): Remark {
  const reason = t('remarks:w3c.leadsNowhere', { from: from.slice(0, 200) })
  return remark({ thing: 'relation', place, id, code: 'notFound', reason })
}
