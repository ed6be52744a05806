import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { graphemesOf } from '../text/grapheme.ts'
import { quoteOf } from '../text/span.ts'
import { annotationActOf, annotationActSchema } from './annotation-act.ts'
import type { Annotation } from './annotation.ts'
import { arbitraryAnnotation, arbitraryChange } from './arbitrary-change.ts'
import { invertChanges, type Change } from './change.ts'

const text = 'They said that the old bridge is safe for everybody.'

function changed(before: Annotation, part: Partial<Annotation>): readonly Change[] {
  return [{ entity: 'annotation', before, after: { ...before, ...part } }]
}

function on(start: number, end: number): Pick<Annotation, 'spans' | 'quote'> {
  const spans = [{ start, end }]
  return { spans, quote: quoteOf(text, spans) }
}

const [annotation] = fc.sample(arbitraryAnnotation, 1)
if (annotation === undefined) throw new Error('no annotation')

test('whatever changes do, they are told in few words, and turned round when undone', () => {
  fc.assert(
    fc.property(fc.array(arbitraryChange, { maxLength: 6 }), (changes) => {
      const act = annotationActOf(changes)
      if (act === null) return
      expect(annotationActSchema.parse(act)).toEqual(act)
      expect(act.quote.length).toBeLessThanOrEqual(60)
    }),
  )
  fc.assert(
    fc.property(arbitraryAnnotation, arbitraryAnnotation, (before, other) => {
      const changes = changed(before, { ...other, id: before.id })
      const act = annotationActOf(changes)
      const undone = annotationActOf(invertChanges(changes))
      const parts = act?.differences.map(({ part }) => part)
      expect(undone?.differences.map(({ part }) => part).toSorted()).toEqual(parts?.toSorted())
    }),
  )
})

test('what a boundary passed over is what its sides do not share', () => {
  const places = graphemesOf(text).length
  const edges = fc
    .uniqueArray(fc.nat({ max: places }), { minLength: 2, maxLength: 2 })
    .map((two) => two.toSorted((one, other) => one - other))
  fc.assert(
    fc.property(edges, edges, ([from = 0, to = 0], [start = 0, end = 0]) => {
      fc.pre((from !== start || to !== end) && start < to && from < end)
      const act = annotationActOf(changed({ ...annotation, ...on(from, to) }, on(start, end)))
      const difference = act?.differences.find(({ part }) => part === 'extent')
      const passed = (some: number, less: number): string =>
        text.slice(some, Math.max(some, less)).trim()
      expect(difference).toEqual({
        part: 'extent',
        gained: [passed(start, from), passed(to, end)].filter((words) => words !== ''),
        lost: [passed(from, start), passed(end, to)].filter((words) => words !== ''),
      })
    }),
  )
})

test('a stretch elsewhere, or several, are told whole', () => {
  const act = annotationActOf(changed({ ...annotation, ...on(0, 4) }, on(23, 29)))
  expect(act?.differences).toEqual([{ part: 'extent', gained: ['bridge'], lost: ['They'] }])
})

test('a speaker whom the same act brought keeps the name', () => {
  const speaker = {
    id: annotation.id,
    name: 'Ada Holm',
    aliases: [],
    role: null,
    organisation: null,
    anonymous: false,
  }
  const before = { ...annotation, attribution: [] }
  const act = annotationActOf([
    { entity: 'speaker', before: null, after: speaker },
    ...changed(before, { attribution: [speaker.id] }),
  ])
  expect(act?.differences).toEqual([
    { part: 'attribution', from: [], to: [{ id: speaker.id, name: 'Ada Holm' }] },
  ])
})

test('what is added or removed has no differences', () => {
  const added: readonly Change[] = [{ entity: 'annotation', before: null, after: annotation }]
  for (const changes of [added, invertChanges(added)]) {
    expect(annotationActOf(changes)).toMatchObject({ label: annotation.label, differences: [] })
  }
  expect(annotationActOf([...added, ...invertChanges(added)])).toBeNull()
  expect(annotationActOf([])).toBeNull()
})
