import { z } from 'zod'

import { t } from '../language/translate.ts'
import { attributeSchema } from './attribute.ts'

/** What an annotation says its span is. The `id` is a stable short word that datasets carry; the name may change. */
export const labelSchema = z
  .strictObject({
    id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u),
    name: z.string().min(1).max(100),
    /** `#rrggbb`; the interface derives its light and dark tints from it. */
    color: z.string().regex(/^#[0-9a-f]{6}$/),
    /** The key that applies the label, as `KeyboardEvent.key` names it; `null` for none. */
    key: z.string().length(1).nullable(),
    /** One line: what the label is for. */
    description: z.string(),
    /** How to decide, in Markdown; shown beside the text. */
    guideline: z.string(),
    /** Asked of every annotation with this label, in this order. */
    attributes: z
      .array(attributeSchema)
      .refine((attributes) => new Set(attributes.map(({ id }) => id)).size === attributes.length, {
        error: () => t('remarks:tagSet.attributeIds'),
      })
      .readonly(),
    /** What the field for whoever says it is called, and whether an annotation without it is incomplete; `null` for no field. */
    speaker: z
      .strictObject({ title: z.string().min(1).max(100), required: z.boolean() })
      .readonly()
      .nullable(),
    /** No longer offered for new annotations; those that have it keep it. */
    archived: z.boolean(),
    /** Place in the tag set, ascending from 0. */
    position: z.int().nonnegative(),
  })
  .readonly()

export type Label = z.infer<typeof labelSchema>

/** What a label is called; its id where the tag set does not have it. */
export function labelName(labels: readonly Label[], id: string): string {
  return labels.find((label) => label.id === id)?.name ?? id
}

/** Labels that are offered for tagging. */
export function activeLabels(labels: readonly Label[]): readonly Label[] {
  return labels.filter(({ archived }) => !archived)
}
