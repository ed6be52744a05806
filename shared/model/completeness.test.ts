import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryAnnotation, arbitraryLabel } from './arbitrary-change.ts'
import { fitsAttribute, valueOfAttribute } from './attribute.ts'
import { missingIn } from './completeness.ts'

describe('missingIn', () => {
  it('names what is required and not answered, in the order of the fields', () => {
    const label = fc.sample(arbitraryLabel, { numRuns: 1, seed: 3 }).map((one) => ({
      ...one,
      speaker: { title: 'Whose', required: true },
      attributes: [
        { id: 'kind', name: 'Kind', kind: 'choice', options: ['full', 'partial'], required: true },
        { id: 'certain', name: 'Certain', kind: 'yesNo', required: true },
        { id: 'why', name: 'Why', kind: 'text', required: false },
      ] as const,
    }))[0]
    expect(missingIn({ attribution: [], attributes: {} }, label)).toEqual([
      'Whose',
      'Kind',
      'Certain',
    ])
    expect(
      missingIn({ attribution: ['x'], attributes: { kind: 'gone', certain: false } }, label),
    ).toEqual(['Kind'])
  })

  it('names nothing where everything is answered, or where the label asks nothing', () => {
    fc.assert(
      fc.property(arbitraryAnnotation, arbitraryLabel, (annotation, label) => {
        const missing = missingIn(annotation, label)
        const asked = label.attributes.filter(({ required }) => required)
        expect(missing.length).toBeLessThanOrEqual(asked.length + 1)
        const unanswered = asked.filter((attribute) => {
          const value = valueOfAttribute(annotation.attributes, attribute.id)
          return value === undefined || !fitsAttribute(attribute, value)
        })
        const unsaid = label.speaker?.required === true && annotation.attribution.length === 0
        expect(missing.length).toBe(unanswered.length + Number(unsaid))
        const easy = {
          ...label,
          speaker: null,
          attributes: label.attributes.map((one) => ({ ...one, required: false })),
        }
        expect(missingIn(annotation, easy)).toEqual([])
        expect(missingIn(annotation, undefined)).toEqual([])
      }),
    )
  })
})
