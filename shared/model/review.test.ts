import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitrarySpannedText, arbitrarySuggestion } from './arbitrary-change.ts'
import { changesOf, invertChanges, type Change } from './change.ts'
import { newId, timeNow } from './id.ts'
import type { Relation } from './relation.ts'
import { acceptSuggestions, rejectSuggestions, type ReviewSetting } from './review.ts'
import { afterChanges, storedThings, type StoredThings } from './stored-things.fixture.ts'
import type { Suggestion } from './suggestion.ts'

const text = 'The old bridge is safe.'
const spans = [{ start: 4, end: 14 }]
const at = timeNow()

/** Suggestions of one document; relations join two of them, or one and an annotation, and wait at every end that waits. */
const arbitraryReview = fc
  .record({
    base: fc.uniqueArray(arbitrarySuggestion, {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 5,
    }),
    ends: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 6 }),
    acts: fc.array(fc.tuple(fc.nat(), fc.constantFrom('accept', 'reject')), {
      minLength: 12,
      maxLength: 12,
    }),
  })
  .map(({ base, ends, acts }) => {
    const annotationId = newId()
    const relations = ends.map(([one, other, isFar]): Relation => ({
      id: newId(),
      type: 'denies',
      from: base[one % base.length]?.id ?? '',
      to: isFar ? annotationId : (base[other % base.length]?.id ?? ''),
    }))
    const suggestions = base.map((suggestion) => ({
      ...suggestion,
      relations: relations.filter(({ from, to }) => from === suggestion.id || to === suggestion.id),
    }))
    return { annotationId, suggestions, relations, acts }
  })

type Review = { readonly store: StoredThings; readonly setting: ReviewSetting }

function settingOf(
  suggestions: readonly Suggestion[],
  annotationIds: readonly string[],
  relationIds: readonly string[] = [],
): ReviewSetting {
  return {
    text,
    suggestions,
    annotationIds: new Set(annotationIds),
    relationIds: new Set(relationIds),
    relationTypes: new Set(['denies']),
  }
}

/** The same review once changes are made; undoing them must give back what was stored. */
function after({ store, setting }: Review, changes: readonly Change[]): Review {
  const next = afterChanges(store, changes)
  expect(afterChanges(next, invertChanges(changes))).toEqual(store)
  const latest = new Map(setting.suggestions.map((one) => [one.id, one]))
  for (const { before, after: now } of changesOf(changes, 'suggestion')) {
    if (now === null) latest.delete(before?.id ?? '')
    else latest.set(now.id, now)
  }
  const added = (entity: 'annotation' | 'relation'): readonly string[] =>
    changesOf(changes, entity).flatMap((change) => change.after?.id ?? [])
  return {
    store: next,
    setting: settingOf(
      [...latest.values()],
      [...setting.annotationIds, ...added('annotation')],
      [...setting.relationIds, ...added('relation')],
    ),
  }
}

describe('a review gone through one by one', () => {
  it('makes each relation once, exactly where both its ends were accepted, whatever the order', () => {
    fc.assert(
      fc.property(arbitraryReview, ({ annotationId, suggestions, relations, acts }) => {
        let review: Review = {
          store: storedThings(suggestions.map((one) => ['suggestion', one] as const)),
          setting: settingOf(suggestions, [annotationId]),
        }
        const accepted = new Set([annotationId])
        for (const [place, act] of acts) {
          const waiting = review.setting.suggestions
          const suggestion = waiting[place % waiting.length]
          if (suggestion === undefined) break
          if (act === 'accept') accepted.add(suggestion.id)
          review = after(
            review,
            act === 'accept'
              ? acceptSuggestions([{ suggestion, spans }], review.setting, at).changes
              : rejectSuggestions([suggestion], review.setting),
          )
          // What waits says nothing of what is gone.
          for (const one of review.setting.suggestions) {
            const known = new Set([...accepted, ...review.setting.suggestions.map(({ id }) => id)])
            expect(one.relations.every(({ from, to }) => known.has(from) && known.has(to))).toBe(
              true,
            )
          }
        }
        if (review.setting.suggestions.length > 0) return
        for (const relation of relations) {
          const isWhole = accepted.has(relation.from) && accepted.has(relation.to)
          expect(review.store.get(`relation ${relation.id}`)).toEqual(
            isWhole ? relation : undefined,
          )
        }
      }),
    )
  })

  it('comes to the same in one act as in many', () => {
    fc.assert(
      fc.property(arbitraryReview, ({ annotationId, suggestions, relations }) => {
        const setting = settingOf(suggestions, [annotationId])
        const placed = suggestions.map((suggestion) => ({ suggestion, spans }))
        const { changes, lost } = acceptSuggestions(placed, setting, at)
        expect(lost).toEqual([])
        const made = changesOf(changes, 'relation').map((change) => change.after)
        expect(new Set(made)).toEqual(new Set(relations))
        expect(made.length).toBe(relations.length)
        expect(rejectSuggestions(suggestions, setting).length).toBe(suggestions.length)
      }),
    )
  })
})

describe('acceptSuggestions', () => {
  it('makes an annotation with everything that the suggestion says', () => {
    fc.assert(
      fc.property(arbitrarySuggestion, arbitrarySpannedText, (suggestion, spanned) => {
        const alone = { ...suggestion, relations: [] }
        const setting = { ...settingOf([alone], []), text: spanned.text }
        const { changes } = acceptSuggestions(
          [{ suggestion: alone, spans: spanned.spans }],
          setting,
          at,
        )
        const { id, documentId, label, attribution, attributes, note, annotator } = alone
        const given = { id, documentId, label, attribution, attributes, note, annotator }
        const [made] = changesOf(changes, 'annotation')
        expect(made?.after).toMatchObject({ ...given, spans: spanned.spans, updatedAt: at })
        expect(changes.length).toBe(2)
      }),
    )
  })

  it('tells which relations could not be made: their end or their type is gone', () => {
    fc.assert(
      fc.property(arbitrarySuggestion, (one) => {
        const toNobody = { id: newId(), type: 'denies', from: one.id, to: newId() }
        const ofNoType = { id: newId(), type: 'mocks', from: one.id, to: one.id }
        const suggestion = { ...one, relations: [toNobody, ofNoType] }
        const placed = [{ suggestion, spans }]
        const { changes, lost } = acceptSuggestions(placed, settingOf([suggestion], []), at)
        expect(lost).toEqual([toNobody, ofNoType])
        expect(changesOf(changes, 'relation')).toEqual([])
      }),
    )
  })

  it('leaves a relation with the suggestion at its other end, also where that did not have it', () => {
    fc.assert(
      fc.property(arbitrarySuggestion, arbitrarySuggestion, (one, two) => {
        fc.pre(one.id !== two.id)
        const relation = { id: newId(), type: 'denies', from: one.id, to: two.id }
        const suggestion = { ...one, relations: [relation] }
        const other = { ...two, relations: [] }
        const setting = settingOf([suggestion, other], [])
        const { changes, lost } = acceptSuggestions([{ suggestion, spans }], setting, at)
        expect(lost).toEqual([])
        expect(changesOf(changes, 'suggestion').at(-1)?.after).toEqual({
          ...other,
          relations: [relation],
        })
      }),
    )
  })
})
