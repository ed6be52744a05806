import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryLabel, arbitraryRelationType } from './arbitrary-change.ts'
import { changesOf, invertChanges, type Change } from './change.ts'
import { defaultLabels } from './default-labels.ts'
import { defaultRelationTypes } from './relation-type.ts'
import { afterChanges, storedThings, type StoredThings } from './stored-things.fixture.ts'
import { adoptTagSet, moveTo, tagSetFile, tagSetFileSchema, type TagSet } from './tag-set.ts'

const ids = fc.constantFrom('claim', 'quote', 'denial', 'leak', 'rumour')
const arbitraryTagSet: fc.Arbitrary<TagSet> = fc.record({
  labels: fc.uniqueArray(
    fc.tuple(ids, arbitraryLabel).map(([id, label]) => ({ ...label, id })),
    { minLength: 1, selector: ({ id }) => id },
  ),
  relationTypes: fc.uniqueArray(
    fc.tuple(ids, arbitraryRelationType).map(([id, type]) => ({ ...type, id })),
    { selector: ({ id }) => id },
  ),
})

function storeOf({ labels, relationTypes }: TagSet): StoredThings {
  return storedThings([
    ...labels.map((label) => ['label', label] as const),
    ...relationTypes.map((type) => ['relationType', type] as const),
  ])
}

/** A tag set after changes that add and alter. */
function adopted(present: TagSet, changes: readonly Change[]): TagSet {
  const latest = <Thing extends { readonly id: string }>(
    things: readonly Thing[],
    altered: readonly { readonly after: Thing | null }[],
  ): readonly Thing[] => [
    ...new Map(
      [...things, ...altered.flatMap(({ after }) => after ?? [])].map((thing) => [thing.id, thing]),
    ).values(),
  ]
  return {
    labels: latest(present.labels, changesOf(changes, 'label')),
    relationTypes: latest(present.relationTypes, changesOf(changes, 'relationType')),
  }
}

describe('tagSetFile', () => {
  it('survives JSON', () => {
    fc.assert(
      fc.property(arbitraryTagSet, (tagSet) => {
        const file = tagSetFile(tagSet)
        expect(tagSetFileSchema.parse(JSON.parse(JSON.stringify(file)))).toEqual(file)
      }),
    )
  })

  it('refuses a file with the same id twice', () => {
    const file = tagSetFile({ labels: defaultLabels, relationTypes: defaultRelationTypes })
    const [first] = file.labels
    expect(tagSetFileSchema.safeParse({ ...file, labels: [first, first] }).success).toBe(false)
  })
})

describe('adoptTagSet', () => {
  it('can be undone to the same tag set', () => {
    fc.assert(
      fc.property(arbitraryTagSet, arbitraryTagSet, (present, incoming) => {
        const changes = adoptTagSet(present, incoming)
        const store = storeOf(present)
        const undone = afterChanges(afterChanges(store, changes), invertChanges(changes))
        expect(undone).toEqual(store)
      }),
    )
  })

  it('changes nothing the second time, and nothing where both are the same already', () => {
    fc.assert(
      fc.property(arbitraryTagSet, arbitraryTagSet, (present, incoming) => {
        const once = adopted(present, adoptTagSet(present, incoming))
        expect(adoptTagSet(once, incoming)).toEqual([])
      }),
    )
  })

  it('keeps everything there was and everything that comes, in one order', () => {
    fc.assert(
      fc.property(arbitraryTagSet, arbitraryTagSet, (present, incoming) => {
        const { labels } = adopted(present, adoptTagSet(present, incoming))
        const all = new Set([...present.labels, ...incoming.labels].map(({ id }) => id))
        expect(new Set(labels.map(({ id }) => id))).toEqual(all)
        expect(labels.map(({ position }) => position).toSorted((a, b) => a - b)).toEqual(
          labels.map((_, place) => place),
        )
        for (const label of incoming.labels) {
          const { position: _, ...rest } = label
          expect(labels.find(({ id }) => id === label.id)).toMatchObject(rest)
        }
        const brought = new Set(incoming.labels.map(({ id }) => id))
        const keys = new Set(incoming.labels.flatMap(({ key }) => key ?? []))
        const doubled = labels.filter(
          ({ id, key }) => !brought.has(id) && key !== null && keys.has(key),
        )
        expect(doubled).toEqual([])
      }),
    )
  })
})

describe('moveTo', () => {
  it('puts one at its place and leaves the others in their order', () => {
    const count = fc.integer({ min: 1, max: 6 })
    fc.assert(
      fc.property(count, fc.nat(5), fc.integer({ min: -1, max: 7 }), (length, which, place) => {
        const things = Array.from({ length }, (_, position) => ({ id: String(position), position }))
        const id = String(which % length)
        const moved = new Map(moveTo(things, id, place).map(({ after }) => [after.id, after]))
        const order = things
          .map((thing) => moved.get(thing.id) ?? thing)
          .toSorted((one, other) => one.position - other.position)
        expect(order.map(({ position }) => position)).toEqual(things.map((_, index) => index))
        expect(order.findIndex((thing) => thing.id === id)).toBe(
          Math.min(Math.max(place, 0), length - 1),
        )
        expect(order.filter((thing) => thing.id !== id).map((thing) => thing.id)).toEqual(
          things.filter((thing) => thing.id !== id).map((thing) => thing.id),
        )
      }),
    )
  })
})
