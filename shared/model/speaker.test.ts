import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitrarySpeaker } from './arbitrary-change.ts'
import { mergedSpeaker, replaceInAttribution, speakerNamed, speakerSchema } from './speaker.ts'

const several = fc.uniqueArray(arbitrarySpeaker, {
  minLength: 1,
  maxLength: 5,
  selector: (one) => one.id,
})

describe('speakerNamed', () => {
  it('finds by name whatever its case or the form of its accents, and by name before alias', () => {
    const [one, other] = fc.sample(arbitrarySpeaker, { numRuns: 2, seed: 1 })
    if (one === undefined || other === undefined) throw new Error('no samples')
    const speakers = [
      { ...one, name: 'Kremlin', aliases: ['José'] },
      { ...other, name: 'José', aliases: [] },
    ]
    expect(speakerNamed(speakers, ' KREMLIN ')?.id).toBe(one.id)
    expect(speakerNamed(speakers, 'Jose\u0301')?.id).toBe(other.id)
    expect(speakerNamed(speakers, 'Jos')).toBeNull()
  })
})

describe('mergedSpeaker', () => {
  it('is found by every name that any of them had, and keeps its own', () => {
    fc.assert(
      fc.property(several, ([into, ...others]) => {
        if (into === undefined) return
        const merged = mergedSpeaker(into, others)
        expect(speakerSchema.parse(merged)).toEqual(merged)
        expect(merged).toMatchObject({ id: into.id, name: into.name, anonymous: into.anonymous })
        for (const { name, aliases } of [into, ...others]) {
          for (const known of [name, ...aliases]) expect(speakerNamed([merged], known)).toBe(merged)
        }
      }),
    )
  })

  it('names nobody twice and takes over only what it lacks', () => {
    fc.assert(
      fc.property(several, ([into, ...others]) => {
        if (into === undefined) return
        const merged = mergedSpeaker(into, others)
        const names = [merged.name, ...merged.aliases].map((name) =>
          name.normalize('NFC').toLowerCase(),
        )
        expect(new Set(names).size).toBe(names.length)
        expect(merged.role).toBe([into, ...others].find(({ role }) => role !== null)?.role ?? null)
        expect(mergedSpeaker(merged, others)).toEqual(merged)
      }),
    )
  })
})

describe('replaceInAttribution', () => {
  const id: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'e')

  it('keeps the order of the others and names nobody twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id), fc.uniqueArray(id), fc.option(id), (chain, gone, by) => {
        const replaced = new Set(gone.filter((one) => one !== by))
        const next = replaceInAttribution(chain, replaced, by)
        expect(new Set(next).size).toBe(next.length)
        expect(next.some((one) => replaced.has(one))).toBe(false)
        const others = (list: readonly string[]): readonly string[] =>
          list.filter((one) => one !== by && !replaced.has(one))
        expect(others(next)).toEqual(others(chain))
        const stood = by !== null && chain.some((one) => one === by || replaced.has(one))
        expect(next.includes(by ?? '')).toBe(stood)
      }),
    )
  })
})
