import type { Attribute, AttributeValue } from '../../../../../shared/model/attribute.ts'

/** An answer as the value of an attribute, by the kind that the labelling interface gives it; `null` for none. */
export function attributeValueOf(
  value: unknown,
  kind: Attribute['kind'] | undefined,
): AttributeValue | null {
  const words = wordsOf(value)
  switch (kind) {
    case 'yesNo':
      return words.length === 1 ? words[0] === 'yes' : null
    case 'multipleChoice':
      return words.length === 0 ? null : words
    case 'text':
      return words.length === 0 ? null : words.join('\n')
    case 'choice':
    case 'number':
    case undefined: {
      if (typeof value === 'number') return value
      return words.length <= 1 ? (words[0] ?? null) : words
    }
  }
}

/**
 * Words that were chosen or written: one, a list of them, or, in a taxonomy, a list of the ways to them
 * (https://labelstud.io/tags/taxonomy), which are written with a slash between.
 */
export function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (!Array.isArray(value)) return []
  return value.flatMap((each: unknown) => {
    if (typeof each === 'string') return each
    return Array.isArray(each) && each.every((step) => typeof step === 'string')
      ? each.join('/')
      : []
  })
}
