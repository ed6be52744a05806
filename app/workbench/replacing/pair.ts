import { failure, success, type Result } from '../../../shared/result.ts'

type Named = { readonly id: string; readonly name: string }

/** A thing that goes and the one that comes in its place, `null` for none. */
export type Pair<Thing> = { readonly old: Thing; readonly by: Thing | null }

/**
 * Finds both things by id. `kind` is what to call them, such as `label`. Fails where one of them is not there, or both
 * are the same.
 */
export function pairOf<Thing extends Named>(
  kind: string,
  things: readonly Thing[],
  ids: { readonly old: string; readonly by: string | null },
): Result<Pair<Thing>> {
  if (ids.old === ids.by) return same(kind)
  const old = things.find(({ id }) => id === ids.old)
  const by = things.find(({ id }) => id === ids.by) ?? null
  if (old === undefined || (by === null && ids.by !== null)) return missing(kind)
  return success({ old, by })
}

/** What was done, in words for the Undo button. */
export function summaryOfPair(kind: string, { old, by }: Pair<Named>): string {
  return by === null
    ? `Delete ${kind} “${old.name}”`
    : `Merge ${kind} “${old.name}” into “${by.name}”`
}

export function missing(kind: string): Result<never> {
  return failure(
    'notFound',
    `The ${kind} is not in the project any more.`,
    'Nothing was changed. It may have been removed in another window; Undo there brings it back.',
  )
}

export function same(kind: string): Result<never> {
  return failure(
    'conflict',
    `A ${kind} cannot take its own place.`,
    `Nothing was changed. Choose another ${kind}.`,
  )
}
