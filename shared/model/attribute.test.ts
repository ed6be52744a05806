import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryAttribute } from './arbitrary-change.ts'
import {
  attributeSchema,
  attributeValueSchema,
  attributeValueText,
  fitsAttribute,
  valueOfAttribute,
  type Attribute,
  type AttributeValue,
} from './attribute.ts'

/** Some value that answers an attribute. */
function answerTo(attribute: Attribute): fc.Arbitrary<AttributeValue> {
  switch (attribute.kind) {
    case 'choice':
      return fc.constantFrom(...attribute.options)
    case 'multipleChoice':
      return fc.subarray([...attribute.options], { minLength: 1 })
    case 'yesNo':
      return fc.boolean()
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'text':
      return fc.string({ minLength: 1 }).map((text) => `${text}.`)
  }
}

const answered = arbitraryAttribute.chain((attribute) =>
  answerTo(attribute).map((value) => ({ attribute, value })),
)

describe('fitsAttribute', () => {
  it('takes every answer, which is a lawful value, also as JSON', () => {
    fc.assert(
      fc.property(answered, ({ attribute, value }) => {
        expect(attributeSchema.safeParse(attribute).success).toBe(true)
        expect(fitsAttribute(attribute, value)).toBe(true)
        const read = attributeValueSchema.parse(JSON.parse(JSON.stringify(value)))
        expect(fitsAttribute(attribute, read)).toBe(true)
        expect(attributeValueText(value)).not.toBe('')
      }),
    )
  })

  it('refuses an option that was taken away', () => {
    fc.assert(
      fc.property(answered, ({ attribute, value }) => {
        if (attribute.kind !== 'choice' && attribute.kind !== 'multipleChoice') return
        const chosen = new Set(typeof value === 'object' ? value : [value])
        const options = attribute.options.filter((option) => !chosen.has(option))
        expect(fitsAttribute({ ...attribute, options }, value)).toBe(false)
      }),
    )
  })

  it.each<readonly [Attribute['kind'], AttributeValue]>([
    ['yesNo', 'yes'],
    ['number', '3'],
    ['text', '  '],
    ['text', true],
  ])('is not answered: %s by %j', (kind, value) => {
    const attribute = attributeSchema.parse({ id: 'a', name: 'A', required: true, kind })
    expect(fitsAttribute(attribute, value)).toBe(false)
  })
})

describe('valueOfAttribute', () => {
  it('does not take what every object has for an answer', () => {
    for (const id of ['constructor', 'toString', 'hasOwnProperty']) {
      expect(valueOfAttribute({}, id)).toBeUndefined()
      expect(valueOfAttribute({ [id]: true }, id)).toBe(true)
    }
  })
})
