import { isObject } from '../../foreign-metadata.ts'
import type { ForeignRelation } from '../../foreign.ts'
import { iriOf, keyOf, listOf, textOf, words, type Node } from './json-ld.ts'
import { wholeOf } from './targets.ts'

/** An annotation that joins two others; `type` is `null` where another annotation may say it. */
export type Link = Omit<ForeignRelation, 'type'> & { readonly type: string | null }

/** The type of a relation that nobody gave one. */
export const plainLink = 'linking'

/**
 * The relations that an annotation stands for, where its motivation is `linking` and its body and target are things as a
 * whole: it leads from the target to the body, as the connectors of Annotorious and Recogito have it. A tag among the
 * bodies is the type.
 */
export function linksOf(node: Node, place: string): readonly Link[] {
  if (!words(node['motivation']).includes('linking')) return []
  const targets = listOf(node['target']).map(wholeOf)
  const [from] = targets
  if (from === undefined || from === null || targets.length > 1) return []
  const bodies = listOf(node['body'])
  const ends = bodies.flatMap((body) =>
    isObject(body) && body['value'] !== undefined ? [] : (wholeOf(body) ?? []),
  )
  const id = iriOf(node)
  const [type] = tagsOf(node)
  return ends.map((to, index) => ({
    place,
    id: id === null || index > 0 ? null : keyOf(id),
    type: type ?? null,
    from: keyOf(from),
    to: keyOf(to),
  }))
}

/** A tag on another annotation as a whole: Annotorious says the type of a relation so. `null` for anything else. */
export function tagOnWhole(node: Node): { readonly target: string; readonly tag: string } | null {
  const targets = listOf(node['target']).map(wholeOf)
  const [target] = targets
  const [tag] = tagsOf(node)
  if (target === undefined || target === null || targets.length > 1 || tag === undefined)
    return null
  return { target: keyOf(target), tag }
}

function tagsOf(node: Node): readonly string[] {
  const tagging = words(node['motivation']).includes('tagging')
  return listOf(node['body']).flatMap((body) => {
    if (!isObject(body)) return []
    const purposes = words(body['purpose'])
    const text = textOf(body['value'])
    const isTag = purposes.includes('tagging') || (tagging && purposes.length === 0)
    return isTag && text !== null && text !== '' ? [text] : []
  })
}
