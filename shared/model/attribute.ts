import { z } from 'zod'

import { t } from '../language/translate.ts'

/** What an annotation says of one attribute. Several chosen options are a list in the order of the options. */
export const attributeValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()).readonly(),
])
export type AttributeValue = z.infer<typeof attributeValueSchema>

/** Values by attribute id. */
export type AttributeValues = Readonly<Record<string, AttributeValue>>

const common = {
  /** Stable short word that datasets carry; the name may change. Unique within its label. */
  id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u),
  name: z.string().min(1).max(100),
  /** Whether an annotation without it is shown as incomplete. It can be saved all the same. */
  required: z.boolean(),
}

const optionsSchema = z
  .array(z.string().min(1).max(200))
  .min(1)
  .max(100)
  .refine((options) => new Set(options).size === options.length, {
    error: () => t('remarks:tagSet.options'),
  })
  .readonly()

/** A question that a label asks of each of its annotations. */
export const attributeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('choice'), options: optionsSchema }).readonly(),
  z
    .strictObject({ ...common, kind: z.literal('multipleChoice'), options: optionsSchema })
    .readonly(),
  z.strictObject({ ...common, kind: z.literal('yesNo') }).readonly(),
  z.strictObject({ ...common, kind: z.literal('number') }).readonly(),
  z.strictObject({ ...common, kind: z.literal('text') }).readonly(),
])
export type Attribute = z.infer<typeof attributeSchema>
export type AttributeKind = Attribute['kind']

/** Whether a value answers the attribute as it is defined now: options that were taken away do not. */
export function fitsAttribute(attribute: Attribute, value: AttributeValue): boolean {
  switch (attribute.kind) {
    case 'choice':
      return typeof value === 'string' && attribute.options.includes(value)
    case 'multipleChoice':
      return (
        typeof value === 'object' &&
        value.length > 0 &&
        value.every((option) => attribute.options.includes(option))
      )
    case 'yesNo':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number'
    case 'text':
      return typeof value === 'string' && value.trim() !== ''
  }
}

/** What an annotation says of an attribute. Ids come from people, so `constructor` is an attribute like any other. */
export function valueOfAttribute(values: AttributeValues, id: string): AttributeValue | undefined {
  return Object.hasOwn(values, id) ? values[id] : undefined
}

/** A value in words, as lists and filters show it. */
export function attributeValueText(value: AttributeValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' ? value.join(', ') : String(value)
}
