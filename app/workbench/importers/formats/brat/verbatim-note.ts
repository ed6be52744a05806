import { z } from 'zod'

import { attributeValueSchema } from '../../../../../shared/model/attribute.ts'
import { verbatimNote } from '../../../exporters/formats/brat/standoff.ts'
import { parseJson } from '../../json-source.ts'
import { Refusal } from '../../refusal.ts'

const schema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('note'), value: z.string() }),
  z.object({ name: z.literal('speakers'), value: z.array(z.string()).readonly() }),
  z.object({ name: z.literal('attributes'), value: z.record(z.string(), attributeValueSchema) }),
  z.object({
    name: z.literal('spans'),
    value: z
      .array(z.tuple([z.int(), z.int()]).readonly())
      .min(1)
      .readonly(),
  }),
])

/** What Verbatim holds in a note. */
export type VerbatimNote = z.infer<typeof schema>

/** `null` where a note is one like any other. */
export function verbatimNoteOf(type: string, text: string): VerbatimNote | null {
  const colon = text.indexOf(': ')
  if (type !== verbatimNote || colon === -1) return null
  try {
    const value = parseJson(text.slice(colon + 2), null)
    return schema.safeParse({ name: text.slice(0, colon), value }).data ?? null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
