import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Annotation } from './annotation.ts'
import {
  arbitraryAnnotation,
  arbitraryLabel,
  arbitraryRelation,
  arbitraryRelationType,
  arbitrarySpeaker,
  arbitrarySuggestion,
} from './arbitrary-change.ts'
import { changesOf, invertChanges, type Change } from './change.ts'
import type { Label } from './label.ts'
import type { RelationType } from './relation-type.ts'
import { touchesAny, type Relation } from './relation.ts'
import {
  removeAnnotations,
  replaceLabel,
  replaceRelationType,
  replaceSpeakers,
} from './replacement.ts'
import type { Speaker } from './speaker.ts'
import { afterChanges, storedThings, type StoredThings } from './stored-things.fixture.ts'
import type { Suggestion } from './suggestion.ts'

type Project = {
  readonly labels: readonly Label[]
  readonly speakers: readonly Speaker[]
  readonly relationTypes: readonly RelationType[]
  readonly annotations: readonly Annotation[]
  readonly relations: readonly Relation[]
  readonly suggestions: readonly Suggestion[]
}

const byId = { selector: ({ id }: { readonly id: string }) => id } as const

/** A project in which everything that one thing says of another is there. */
const arbitraryProject: fc.Arbitrary<Project> = fc
  .record({
    labels: fc.uniqueArray(arbitraryLabel, { ...byId, minLength: 2, maxLength: 4 }),
    speakers: fc.uniqueArray(arbitrarySpeaker, { ...byId, minLength: 3, maxLength: 5 }),
    types: fc.uniqueArray(arbitraryRelationType, { ...byId, minLength: 2, maxLength: 3 }),
    annotations: fc.uniqueArray(arbitraryAnnotation, { ...byId, minLength: 2, maxLength: 6 }),
    relations: fc.uniqueArray(arbitraryRelation, { ...byId, maxLength: 5 }),
    suggestions: fc.uniqueArray(arbitrarySuggestion, { ...byId, maxLength: 4 }),
  })
  .chain(({ labels, speakers, types, annotations, relations, suggestions }) => {
    const ids = (things: readonly { readonly id: string }[]): fc.Arbitrary<string> =>
      fc.constantFrom(...things.map(({ id }) => id))
    const rule = fc.uniqueArray(ids(labels), { maxLength: 2 })
    return fc.record({
      labels: fc.constant(labels),
      speakers: fc.constant(speakers),
      relationTypes: fc.tuple(
        ...types.map((type) =>
          fc.record({ from: rule, to: rule }).map((rules) => ({ ...type, ...rules })),
        ),
      ),
      annotations: fc.tuple(
        ...annotations.map((annotation) =>
          fc
            .record({
              label: ids(labels),
              attribution: fc.uniqueArray(ids(speakers), { maxLength: 3 }),
            })
            .map((given) => ({ ...annotation, ...given })),
        ),
      ),
      relations: fc.tuple(
        ...relations.map((relation) =>
          fc
            .record({ type: ids(types), from: ids(annotations), to: ids(annotations) })
            .map((ends) => ({ ...relation, ...ends })),
        ),
      ),
      suggestions: fc.tuple(
        ...suggestions.map((suggestion) =>
          fc
            .record({
              label: ids(labels),
              attribution: fc.uniqueArray(ids(speakers), { maxLength: 3 }),
              type: ids(types),
            })
            .map(({ type, ...given }) => ({
              ...suggestion,
              ...given,
              relations: suggestion.relations.map((relation) => ({ ...relation, type })),
            })),
        ),
      ),
    })
  })

function storeOf(project: Project): StoredThings {
  return storedThings([
    ...project.labels.map((thing) => ['label', thing] as const),
    ...project.speakers.map((thing) => ['speaker', thing] as const),
    ...project.relationTypes.map((thing) => ['relationType', thing] as const),
    ...project.annotations.map((thing) => ['annotation', thing] as const),
    ...project.relations.map((thing) => ['relation', thing] as const),
    ...project.suggestions.map((thing) => ['suggestion', thing] as const),
  ])
}

/** Each step finds what it changes, and undoing gives back the very same project. */
function expectUndoable(project: Project, changes: readonly Change[]): void {
  const before = storeOf(project)
  expect(afterChanges(afterChanges(before, changes), invertChanges(changes))).toEqual(before)
}

/** The annotations as they are after the changes; those that went are left out. */
function annotationsAfter(project: Project, changes: readonly Change[]): readonly Annotation[] {
  const latest = new Map<string, Annotation | null>(project.annotations.map((one) => [one.id, one]))
  for (const { before, after } of changesOf(changes, 'annotation')) {
    latest.set((after ?? before)?.id ?? '', after)
  }
  return [...latest.values()].filter((annotation) => annotation !== null)
}

/** What waits for review after the changes. */
function suggestionsAfter(project: Project, changes: readonly Change[]): readonly Suggestion[] {
  const latest = new Map(project.suggestions.map((one) => [one.id, one]))
  for (const { after } of changesOf(changes, 'suggestion')) {
    if (after === null) throw new Error('a suggestion went')
    latest.set(after.id, after)
  }
  return [...latest.values()]
}

function relationsAfter(project: Project, changes: readonly Change[]): readonly Relation[] {
  const store = afterChanges(storeOf(project), changes)
  return project.relations.filter(({ id }) => store.has(`relation ${id}`))
}

describe('removeAnnotations', () => {
  it('takes the relations at them along, and undo brings both back', () => {
    fc.assert(
      fc.property(arbitraryProject, (project) => {
        const gone = project.annotations.slice(0, 2)
        const ids = new Set(gone.map(({ id }) => id))
        const changes = [...removeAnnotations(gone, project.relations)]
        expectUndoable(project, changes)
        const left = relationsAfter(project, changes)
        expect(left).toEqual(project.relations.filter((relation) => !touchesAny(relation, ids)))
      }),
    )
  })
})

describe('replaceLabel', () => {
  for (const moves of [true, false]) {
    it(`${moves ? 'gives its annotations to another label' : 'takes its annotations along'}, undone in one go`, () => {
      fc.assert(
        fc.property(arbitraryProject, (project) => {
          const [label, other] = project.labels
          if (label === undefined || other === undefined) return
          const own = project.annotations.filter((one) => one.label === label.id)
          const ids = new Set(own.map(({ id }) => id))
          const changes = [
            ...replaceLabel(label, moves ? other : null, {
              annotations: own,
              relations: project.relations.filter((relation) => touchesAny(relation, ids)),
              relationTypes: project.relationTypes,
              suggestions: project.suggestions.filter((one) => one.label === label.id),
            }),
          ]
          expect(suggestionsAfter(project, changes).map((one) => one.label)).toEqual(
            project.suggestions.map((one) =>
              moves && one.label === label.id ? other.id : one.label,
            ),
          )
          expectUndoable(project, changes)
          const left = annotationsAfter(project, changes)
          expect(left.length).toBe(project.annotations.length - (moves ? 0 : own.length))
          expect(left.some((one) => one.label === label.id)).toBe(false)
          const present = new Set(left.map(({ id }) => id))
          for (const { from, to } of relationsAfter(project, changes)) {
            expect(present.has(from) && present.has(to)).toBe(true)
          }
          expect(changes.at(-1)).toEqual({ entity: 'label', before: label, after: null })
        }),
      )
    })
  }

  it('never widens a rule of a relation type', () => {
    fc.assert(
      fc.property(arbitraryProject, fc.boolean(), (project, moves) => {
        const [label, other] = project.labels
        if (label === undefined || other === undefined) return
        const { relationTypes } = project
        const uses = { annotations: [], relations: [], relationTypes, suggestions: [] }
        const changes = changesOf(
          [...replaceLabel(label, moves ? other : null, uses)],
          'relationType',
        )
        for (const { before, after } of changes) {
          if (before === null || after === null) throw new Error('a type went')
          for (const end of ['from', 'to'] as const) {
            expect(after[end].length === 0).toBe(before[end].length === 0)
            expect(moves && after[end].includes(label.id)).toBe(false)
          }
        }
      }),
    )
  })
})

describe('replaceRelationType', () => {
  it('changes or removes the relations of that type alone, undone in one go', () => {
    fc.assert(
      fc.property(arbitraryProject, fc.boolean(), (project, moves) => {
        const [type, other] = project.relationTypes
        if (type === undefined || other === undefined) return
        const own = project.relations.filter((relation) => relation.type === type.id)
        const changes = [
          ...replaceRelationType(type, moves ? other : null, {
            relations: own,
            suggestions: project.suggestions.filter((one) =>
              one.relations.some((relation) => relation.type === type.id),
            ),
          }),
        ]
        expectUndoable(project, changes)
        const types = project.relationTypes.filter((one) => one.id !== type.id)
        for (const [place, after] of suggestionsAfter(project, changes).entries()) {
          const before = project.suggestions[place]?.relations ?? []
          expect(after.relations).toEqual(
            before.flatMap((relation) =>
              types.some(({ id }) => id === relation.type)
                ? [relation]
                : moves
                  ? [{ ...relation, type: other.id }]
                  : [],
            ),
          )
        }
        expect(changesOf(changes, 'relation').length).toBe(own.length)
        expect(relationsAfter(project, changes).length).toBe(
          project.relations.length - (moves ? 0 : own.length),
        )
      }),
    )
  })
})

describe('replaceSpeakers', () => {
  it('leaves nobody in a chain who is gone, undone in one go', () => {
    fc.assert(
      fc.property(arbitraryProject, fc.boolean(), (project, merges) => {
        const [one, two, into] = project.speakers
        if (one === undefined || two === undefined || into === undefined) return
        const gone = new Set([one.id, two.id])
        const names = ({ attribution }: Pick<Annotation, 'attribution'>): boolean =>
          attribution.some((id) => gone.has(id))
        const changes = [
          ...replaceSpeakers([one, two], merges ? into : null, {
            annotations: project.annotations.filter(names),
            suggestions: project.suggestions.filter(names),
          }),
        ]
        expectUndoable(project, changes)
        const whole = [...project.annotations, ...project.suggestions]
        const left = [...annotationsAfter(project, changes), ...suggestionsAfter(project, changes)]
        for (const [place, after] of left.entries()) {
          const before = whole[place]
          expect(after.id).toBe(before?.id)
          const named = before?.attribution.some((id) => gone.has(id)) === true
          expect(after.attribution.some((id) => gone.has(id))).toBe(false)
          const wanted = before?.attribution.includes(into.id) === true || (named && merges)
          expect(after.attribution.includes(into.id)).toBe(wanted)
          expect(named || after === before).toBe(true)
        }
      }),
    )
  })
})
