import { t } from '../../../../../shared/language/translate.ts'
import { isObject } from '../../foreign-metadata.ts'
import { noteUnread } from '../../unread-fields.ts'
import { iriOf, listOf, typesOf } from './json-ld.ts'
import { anchorOf, fragmentOf, type Anchor, type Ground } from './selectors.ts'

/** A stretch of the text of a source. */
export type Segment = { readonly source: string; readonly anchor: Anchor }

/** Why a target is no stretch of text, as the end of a sentence. */
export type NoSegment = { readonly obstacle: string }

const readFields = new Set([
  'id',
  '@id',
  'type',
  '@type',
  'source',
  'selector',
  'items',
  // Hints on what is outside the annotation, and not to be relied on (§2).
  'format',
  'language',
  'processingLanguage',
  'textDirection',
])

/**
 * The targets of an annotation: those that belong together in one list. Each of a set of independent ones stands alone; of a
 * choice the first is taken (appendix D, §3.2.7).
 */
export function targetsOf(target: unknown, unread: Set<string>): readonly (readonly unknown[])[] {
  const together: unknown[] = []
  const alone: unknown[] = []
  for (const each of listOf(target)) {
    const [type] = typesOf(each)
    const items = isObject(each) ? each['items'] : undefined
    if (items === undefined) together.push(each)
    else if (type === 'Independents') alone.push(...listOf(items))
    else if (type === 'Choice') {
      if (listOf(items).length > 1) unread.add(t('remarks:w3c.targetsOfChoice'))
      together.push(...listOf(items).slice(0, 1))
    } else together.push(...listOf(items))
  }
  return [...(together.length > 0 ? [together] : []), ...alone.map((each) => [each])]
}

/** The address of a target as a whole: another annotation, a page. `null` for a part of something. */
export function wholeOf(target: unknown): string | null {
  if (isObject(target) && (target['source'] !== undefined || target['selector'] !== undefined)) {
    return null
  }
  const iri = iriOf(target)
  return iri === null || fragmentIn(iri) !== null ? null : iri
}

/** Where a target is in the text of its source. `groundOf` gives what is known of the text. */
export function segmentOf(
  target: unknown,
  groundOf: (source: string) => Ground,
  unread: Set<string>,
): Segment | NoSegment {
  if (isObject(target)) noteUnread(target, readFields, 'targets', unread)
  const resource = isObject(target) ? (target['source'] ?? iriOf(target)) : target
  const iri = iriOf(resource)
  if (iri === null || iri === '') return { obstacle: t('remarks:w3c.obstacles.noSource') }
  const kind = [...typesOf(target), ...typesOf(resource)].find((type) => media.has(type))
  if (kind !== undefined) return { obstacle: t('remarks:w3c.obstacles.noText', { kind }) }
  const fragment = fragmentIn(iri)
  const source = fragment === null ? iri : iri.slice(0, iri.indexOf('#'))
  const selector = isObject(target) ? target['selector'] : undefined
  if (selector === undefined && fragment === null) {
    return { obstacle: t('remarks:w3c.obstacles.whole') }
  }
  const anchor =
    selector === undefined
      ? fragmentOf(fragment, groundOf(source))
      : anchorOf(selector, groundOf(source))
  return 'obstacle' in anchor ? anchor : { source, anchor }
}

const media = new Set(['Image', 'Video', 'Sound', 'Audio', 'Dataset'])

function fragmentIn(iri: string): string | null {
  const at = iri.indexOf('#')
  return at === -1 ? null : decoded(iri.slice(at + 1))
}

/** Percent signs undone; as it is where they are none. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (error instanceof URIError) return part
    throw error
  }
}
