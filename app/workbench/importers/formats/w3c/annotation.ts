import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { isObject } from '../../foreign-metadata.ts'
import type { ForeignAnnotation } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import { noteUnread } from '../../unread-fields.ts'
import { noteUnreadOfBodies, readBodies } from './bodies.ts'
import { iriOf, keyOf, listOf, textOf, words, type Node } from './json-ld.ts'
import type { Ground } from './selectors.ts'
import { segmentOf, targetsOf, type Segment } from './targets.ts'

/** An annotation on the text of one source; `changed` says what of it is different now. */
export type OnSource = {
  readonly source: string
  readonly annotation: ForeignAnnotation
  readonly changed: readonly Remark[]
}

export type ReadContext = {
  readonly groundOf: (source: string) => Ground
  /** Ids of the speakers whom the file describes. */
  readonly speakerIds: ReadonlySet<string>
  /** Takes the names of what has no place in Verbatim. */
  readonly unread: Set<string>
}

const readFields = new Set([
  '@context',
  'id',
  '@id',
  'type',
  '@type',
  'motivation',
  'body',
  'bodyValue',
  'target',
  'creator',
  'created',
  'modified',
])

/**
 * What an annotation says, once for each source that it is on. Its targets on one source are the pieces of one annotation, as
 * Recogito has them, where all of them have positions; pieces that are only quoted stand alone.
 */
export function readAnnotation(
  node: Node,
  place: string,
  context: ReadContext,
): { readonly read: readonly OnSource[]; readonly refused: readonly Remark[] } {
  const { unread } = context
  noteUnread(node, readFields, '', unread)
  noteUnreadOfBodies(node, unread)
  const said = describe(node, place, context)
  const { key } = said.annotation
  const read: OnSource[] = []
  const refused: Remark[] = []
  const groups = targetsOf(node['target'], unread)
  if (groups.length === 0)
    return { read, refused: [refusal(place, key, t('remarks:w3c.obstacles.noTarget'))] }
  for (const group of groups) {
    const found = group.map((target) => segmentOf(target, context.groundOf, unread))
    const segments = found.filter((each) => 'source' in each)
    const obstacles = found.flatMap((each) => ('obstacle' in each ? [each.obstacle] : []))
    if (segments.length === 0) {
      refused.push(refusal(place, key, obstacles[0] ?? t('remarks:w3c.obstacles.noTarget')))
      continue
    }
    const lost = obstacles.map((obstacle) =>
      changeOf(place, key, t('remarks:w3c.targetLeftOut', { obstacle })),
    )
    for (const piece of piecesOf(segments)) {
      const first = read.length === 0
      read.push({
        source: piece.source,
        annotation: {
          ...said.annotation,
          ...piece.stretch,
          // Relations lead to the first of what was one annotation.
          ...(first ? {} : { key: `${key} (${read.length + 1})`, id: null }),
        },
        changed: first ? [...said.changed, ...lost] : [...lost, apart(place, key)],
      })
    }
  }
  return { read, refused }
}

function describe(node: Node, place: string, { speakerIds, unread }: ReadContext) {
  const iri = iriOf(node)
  const key = iri === null || iri === '' ? place : keyOf(iri)
  const created = timeOf(node['created'])
  const modified = timeOf(node['modified'])
  const contexts = listOf(node['@context'])
  const foreign = contexts.length > 0 && !contexts.some(isContext)
  const changed = [
    ...(foreign ? [changeOf(place, key, t('remarks:w3c.otherContext'))] : []),
    ...(iri === null && listOf(node['id'] ?? node['@id']).length > 0
      ? [changeOf(place, key, t('remarks:w3c.noSingleId'))]
      : []),
    ...([created, modified].includes('none')
      ? [changeOf(place, key, t('remarks:w3c.noTime'))]
      : []),
  ]
  const annotation = {
    key,
    place,
    id: iri === null || iri === '' ? null : key,
    ...readBodies(node, speakerIds, unread),
    annotator: creatorOf(node),
    createdAt: created === 'none' ? null : created,
    updatedAt: modified === 'none' ? null : modified,
    predicted: null,
  }
  return { annotation, changed }
}

function isContext(context: unknown): boolean {
  return /^https?:\/\/www\.w3\.org\/ns\/anno\.jsonld$/.test(textOf(context) ?? '')
}

type Stretch = Pick<ForeignAnnotation, 'spans' | 'quote' | 'prefix' | 'suffix'>

/** Segments of one source with positions make one piece; what is only quoted is a piece each. */
function piecesOf(
  segments: readonly Segment[],
): readonly { readonly source: string; readonly stretch: Stretch }[] {
  const sources = [...new Set(segments.map(({ source }) => source))]
  return sources.flatMap((source) => {
    const here = segments.filter((segment) => segment.source === source)
    const joined = joinedOf(here)
    const stretches = joined === null ? here.flatMap((one) => joinedOf([one]) ?? []) : [joined]
    return stretches.map((stretch) => ({ source, stretch }))
  })
}

function joinedOf(segments: readonly Segment[]): Stretch | null {
  const spans = segments.flatMap(({ anchor }) => anchor.span ?? [])
  const quotes = segments.flatMap(({ anchor }) => anchor.quote ?? [])
  const complete = spans.length === segments.length
  if (!complete && segments.length > 1) return null
  const quoted = quotes.length === segments.length
  return {
    spans: complete ? spans : null,
    quote: quoted ? quotes.map(({ exact }) => exact).join(' ') : null,
    prefix: quoted ? (quotes[0]?.prefix ?? '') : '',
    suffix: quoted ? (quotes.at(-1)?.suffix ?? '') : '',
  }
}

/** A name, or else whatever names somebody. Of several all, in order; where the annotation has none, those of its bodies. */
function creatorOf(node: Node): string | null {
  const own = listOf(node['creator']).flatMap(agentName)
  const names =
    own.length > 0
      ? own
      : listOf(node['body']).flatMap((body) =>
          isObject(body) ? listOf(body['creator']).flatMap(agentName) : [],
        )
  return names.length === 0 ? null : [...new Set(names)].join(', ')
}

function agentName(agent: unknown): readonly string[] {
  if (!isObject(agent)) return words(agent)
  const { name, nickname, email } = agent
  const [first] = [name, nickname, email, agent['id'] ?? agent['@id']].flatMap(listOf)
  const text = textOf(first)
  return text === null ? [] : [text]
}

/** `null` where there is none, `none` where what stands there is no time. */
function timeOf(value: unknown): string | null {
  if (value === undefined || value === null) return null
  const text = textOf(value)
  return text === null || Number.isNaN(Date.parse(text)) ? 'none' : text
}

function refusal(place: string, id: string, obstacle: string): Remark {
  const reason = t('remarks:w3c.leftOut', { obstacle })
  return remark({ thing: 'annotation', place, id, code: 'unsupported', reason })
}

function apart(place: string, id: string): Remark {
  return changeOf(place, id, t('remarks:w3c.apart'))
}

function changeOf(place: string, id: string, reason: string): Remark {
  return remark({ thing: 'annotation', place, id, code: 'notHeld', reason })
}
