import type { English } from '../../../shared/language/catalogues/en.ts'
import { t } from '../../../shared/language/translate.ts'
import { failure, success, type Result } from '../../../shared/result.ts'

type Named = { readonly id: string; readonly name: string }

/** A thing that goes and the one that comes in its place, `null` for none. */
export type Pair<Thing> = { readonly old: Thing; readonly by: Thing | null }

/** What can be taken out and have another one in its place. */
type Replaceable = keyof English['failures']['replacing']['same']

/** Finds both things by id. Fails where one of them is not there, or both are the same. */
export function pairOf<Thing extends Named>(
  kind: Replaceable,
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
export function summaryOfPair(
  kind: Exclude<Replaceable, 'speaker'>,
  { old: { name }, by }: Pair<Named>,
): string {
  return by === null
    ? t(`acts:delete.${kind}`, { name })
    : t(`acts:merge.${kind}`, { name, into: by.name })
}

export function missing(kind: Replaceable | 'document'): Result<never> {
  return failure(
    'notFound',
    t(`failures:replacing.missing.${kind}`),
    t('failures:replacing.undoElsewhere'),
  )
}

export function same(kind: Replaceable): Result<never> {
  return failure(
    'conflict',
    t(`failures:replacing.same.${kind}`),
    t(`failures:replacing.chooseAnother.${kind}`),
  )
}
