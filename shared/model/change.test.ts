import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryChange } from './arbitrary-change.ts'
import { changeSchema, invertChange, invertChanges, subjectOf, type Change } from './change.ts'

type Store = ReadonlyMap<string, unknown>

/** The store after a series, as the rule says: each change applies only where `before` is what is there. */
function applied(store: Store, changes: readonly Change[]): Store {
  const next = new Map(store)
  for (const change of changes) {
    const key = `${change.entity} ${subjectOf(change)}`
    expect(next.get(key) ?? null).toEqual(change.before)
    if (change.after === null) next.delete(key)
    else next.set(key, change.after)
  }
  return next
}

/** Series in which changes build on one another: a thing is added, then altered or removed by the next. */
const series = fc.array(arbitraryChange, { maxLength: 5 }).map((changes) =>
  changes.flatMap((change): readonly Change[] => {
    if (change.before === null || change.after === null) return [change]
    return [invertChange({ ...change, after: null }), change]
  }),
)

describe('changeSchema', () => {
  it('takes every kind of change and its inverse as they are', () => {
    fc.assert(
      fc.property(arbitraryChange, (change) => {
        expect(changeSchema.parse(change)).toEqual(change)
        expect(changeSchema.safeParse(invertChange(change)).success).toBe(true)
      }),
    )
  })

  it('survives JSON', () => {
    fc.assert(
      fc.property(arbitraryChange, (change) => {
        const read = changeSchema.parse(JSON.parse(JSON.stringify(change)))
        expect(JSON.stringify(read)).toBe(JSON.stringify(changeSchema.parse(change)))
      }),
    )
  })

  it('refuses a change of nothing and a change of one thing into another', () => {
    fc.assert(
      fc.property(arbitraryChange, arbitraryChange, (change, other) => {
        expect(changeSchema.safeParse({ ...change, before: null, after: null }).success).toBe(false)
        fc.pre(change.entity === other.entity && subjectOf(change) !== subjectOf(other))
        const mixed = {
          entity: change.entity,
          before: change.before ?? change.after,
          after: other.before ?? other.after,
        }
        expect(changeSchema.safeParse(mixed).success).toBe(false)
      }),
    )
  })
})

describe('invertChange', () => {
  it('twice is the change itself', () => {
    fc.assert(
      fc.property(arbitraryChange, (change) => {
        expect(invertChange(invertChange(change))).toEqual(change)
        expect(subjectOf(invertChange(change))).toBe(subjectOf(change))
        expect(invertChange(change).entity).toBe(change.entity)
      }),
    )
  })
})

describe('invertChanges', () => {
  it('twice is the series itself', () => {
    fc.assert(
      fc.property(fc.array(arbitraryChange), (changes) => {
        expect(invertChanges(invertChanges(changes))).toEqual(changes)
      }),
    )
  })

  it('takes a store back to what it was before the series', () => {
    fc.assert(
      fc.property(series, (changes) => {
        const there = new Map(
          changes
            .filter((change, at) => {
              const first = changes.findIndex(
                (one) => one.entity === change.entity && subjectOf(one) === subjectOf(change),
              )
              return first === at && change.before !== null
            })
            .map((change) => [`${change.entity} ${subjectOf(change)}`, change.before]),
        )
        const after = applied(there, changes)
        expect(applied(after, invertChanges(changes))).toEqual(there)
      }),
    )
  })
})
