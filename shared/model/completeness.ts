import type { Annotation } from './annotation.ts'
import { fitsAttribute, valueOfAttribute } from './attribute.ts'
import type { Label } from './label.ts'

/** Names of what the label requires and the annotation does not say yet; empty for a complete annotation. */
export function missingIn(
  { attribution, attributes }: Pick<Annotation, 'attribution' | 'attributes'>,
  label: Label | undefined,
): readonly string[] {
  if (label === undefined) return []
  const { speaker } = label
  const unsaid = label.attributes.filter((attribute) => {
    const value = valueOfAttribute(attributes, attribute.id)
    return attribute.required && (value === undefined || !fitsAttribute(attribute, value))
  })
  const names = unsaid.map(({ name }) => name)
  return speaker?.required === true && attribution.length === 0 ? [speaker.title, ...names] : names
}
