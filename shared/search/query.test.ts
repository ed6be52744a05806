import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { wordPatternOf } from '../text/word-pattern.ts'
import { dateRangeOf, isInRange } from './date-range.ts'
import { parseQuery, type QueryFault } from './parse-query.ts'
import { printQuery, toggleFacet } from './print-query.ts'
import { conditions, facets, parts, type SearchQuery, type Term } from './query.ts'

function read(typed: string): SearchQuery {
  const parsed = parseQuery(typed)
  if (!parsed.ok) throw new Error(parsed.fault.message)
  return parsed.query
}

function fault(typed: string): QueryFault | null {
  const parsed = parseQuery(typed)
  return parsed.ok ? null : parsed.fault
}

const words = (text: string, prefix = false): Term => ({ kind: 'words', text, prefix })
const facet = (name: (typeof facets)[number], value: string): Term => ({
  kind: 'facet',
  facet: name,
  value,
})
const wanted = (term: Term) => ({ negated: false, term })
const unwanted = (term: Term) => ({ negated: true, term })

describe('a query', () => {
  it('is read clause by clause', () => {
    expect(read('label:denial speaker:"Kim" missile')).toEqual({
      clauses: [
        [wanted(facet('label', 'denial'))],
        [wanted(facet('speaker', 'Kim'))],
        [wanted(words('missile'))],
      ],
    })
    expect(read('missil* OR “rocket engine” -label:quote -test')).toEqual({
      clauses: [
        [wanted(words('missil', true)), wanted(words('rocket engine'))],
        [unwanted(facet('label', 'quote'))],
        [unwanted(words('test'))],
      ],
    })
    expect(read(String.raw`/a\/b[/]c/i`)).toEqual({
      clauses: [[wanted({ kind: 'expression', source: String.raw`a\/b[/]c`, matchCase: false })]],
    })
    expect(read('attribute:certainty="very high"')).toEqual({
      clauses: [[wanted(facet('attribute', 'certainty=very high'))]],
    })
    expect(read('  ')).toEqual({ clauses: [] })
  })

  it('is refused with the place of what is wrong', () => {
    expect(fault('kim speeker:Kim')).toMatchObject({ start: 4, end: 12 })
    expect(fault('a "b c')).toMatchObject({ start: 2, end: 6 })
    expect(fault('a OR')).toMatchObject({ start: 2, end: 4 })
    expect(fault('OR a')).toMatchObject({ start: 0, end: 2 })
    expect(fault('a OR label:claim')).toMatchObject({ start: 2, end: 4 })
    expect(fault('x /(/')).toMatchObject({ start: 2, end: 5 })
    expect(fault('/a')).toMatchObject({ start: 0, end: 2 })
    expect(fault('/a/g')).toMatchObject({ start: 3, end: 4 })
    expect(fault('date:soon')).toMatchObject({ start: 5, end: 9 })
    expect(fault('has:nothing')?.message).toContain('note')
    expect(fault('denies:>')).toMatchObject({ start: 7, end: 8 })
    expect(fault('label: claim')).toMatchObject({ start: 0, end: 6 })
    expect(fault('…')).toMatchObject({ start: 0, end: 1 })
  })

  it('takes and loses a facet', () => {
    expect(toggleFacet('missile', 'label', 'denial')).toBe('missile label:denial')
    expect(toggleFacet('missile', 'speaker', 'Kim Jong')).toBe('missile speaker:"Kim Jong"')
    expect(toggleFacet('a label:Denial b', 'label', 'denial')).toBe('a b')
    expect(toggleFacet('label:claim OR label:quote', 'label', 'claim')).toBe('label:quote')
    expect(toggleFacet('label:claim OR label:quote', 'label', 'quote')).toBe('label:claim')
    expect(toggleFacet('-label:claim', 'label', 'claim')).toBe('-label:claim label:claim')
  })
})

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom('OR', '-a', 'label:x', '/a/', 'a*', '"', '“', '\\', 'a b', 'a"b', 'Kim Jong Un'),
)
const term: fc.Arbitrary<Term> = fc.oneof(
  text
    .filter((one) => wordPatternOf(one, false) !== null)
    .map((one): Term => ({ kind: 'words', text: one, prefix: false })),
  fc
    .stringMatching(/^[a-zé]{1,6}$/)
    .map((one): Term => ({ kind: 'words', text: one, prefix: true })),
  fc.record({
    kind: fc.constant('expression' as const),
    source: fc.constantFrom('a', String.raw`a\/b`, '[/ ]+', String.raw`\d{2,}`, '(x|y)', ' '),
    matchCase: fc.boolean(),
  }),
  fc
    .record({ facet: fc.constantFrom(...facets), value: text })
    .filter(({ value }) => value.trim() !== '')
    .chain(({ facet: name, value }): fc.Arbitrary<Term> => {
      const values =
        name === 'has'
          ? fc.constantFrom(...parts)
          : name === 'is'
            ? fc.constantFrom(...conditions)
            : name === 'date'
              ? fc.constantFrom('2024', '2024-05..', '>=2024-05-01')
              : name === 'denies'
                ? fc.constantFrom('Kim', 'Lee > Kim', 'Lee >')
                : fc.constant(value)
      return values.map((one): Term => ({ kind: 'facet', facet: name, value: one }))
    }),
)
const query: fc.Arbitrary<SearchQuery> = fc
  .array(
    fc
      .array(fc.record({ negated: fc.boolean(), term }), { minLength: 1, maxLength: 3 })
      .filter((wishes) => new Set(wishes.map((wish) => wish.term.kind === 'facet')).size === 1),
    { maxLength: 4 },
  )
  .map((clauses) => ({ clauses }))

test('what is printed reads as what it was', () => {
  expect(printQuery({ clauses: [[unwanted(words('--0'))]] })).toBe('-"--0"')
  fc.assert(
    fc.property(query, (asked) => {
      expect(read(printQuery(asked))).toEqual(asked)
    }),
    { numRuns: 1000 },
  )
})

test('anything can be typed: it is read, or refused at a place of it', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(text, fc.constant(' '), fc.constant(':'))), (pieces) => {
      const typed = pieces.join('')
      const parsed = parseQuery(typed)
      const { start, end } = parsed.ok ? { start: 0, end: 1 } : parsed.fault
      expect(start).toBeLessThan(end)
      expect(parsed.ok || end <= typed.length).toBe(true)
      expect(parsed.ok ? read(printQuery(parsed.query)) : null).toEqual(
        parsed.ok ? parsed.query : null,
      )
    }),
    { numRuns: 1000 },
  )
})

test('dates are in ranges with all that they may be', () => {
  const holds = (range: string, date: string | null) => {
    const asked = dateRangeOf(range)
    if (asked === null) throw new Error(`no range: ${range}`)
    return isInRange(date, asked)
  }
  expect(holds('2024', '2024-05-01T10:00:00Z')).toBe(true)
  expect(holds('2024-05', '2024')).toBe(false)
  expect(holds('2024-01..2024-03', '2024-03-31')).toBe(true)
  expect(holds('..2024-03', '2024-04-01')).toBe(false)
  expect(holds('>2024-05', '2024-06-01')).toBe(true)
  expect(holds('>2024-05', '2024-05-31')).toBe(false)
  expect(holds('<2024-05-01', '2024-04-30')).toBe(true)
  expect(holds('<2024-05', '2024-05-01')).toBe(false)
  expect(holds('<=2024-05', '2024-05-31')).toBe(true)
  expect(holds('2024', null)).toBe(false)
  expect(holds('2024', 'last spring')).toBe(false)
  expect(dateRangeOf('2024-13')).toBeNull()
  expect(dateRangeOf('..')).toBeNull()
})
