import { expect } from 'vitest'

import { subjectOf, type Change } from './change.ts'

/** Things of a project by kind and id. */
export type StoredThings = ReadonlyMap<string, unknown>

export function storedThings(
  things: readonly (readonly [Change['entity'], { readonly id: string }])[],
): StoredThings {
  return new Map(things.map(([entity, thing]) => [`${entity} ${thing.id}`, thing]))
}

/** The same after some changes, as the rule says: each change applies only where `before` is what is there. */
export function afterChanges(store: StoredThings, changes: readonly Change[]): StoredThings {
  const next = new Map(store)
  for (const change of changes) {
    const key = `${change.entity} ${subjectOf(change)}`
    expect(next.get(key) ?? null).toEqual(change.before)
    if (change.after === null) next.delete(key)
    else next.set(key, change.after)
  }
  return next
}
