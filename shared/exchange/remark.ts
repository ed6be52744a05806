import { z } from 'zod'

import { failureCodeSchema } from '../result.ts'

/** What an import or export read, a thing at a time. */
const thingSchema = z.enum([
  'file',
  'document',
  'annotation',
  'relation',
  'suggestion',
  'attribute',
  'label',
  'note',
  'speaker',
  'other',
])
export type Thing = z.infer<typeof thingSchema>

/** One thing that did not come through as it was, so that nothing changes or goes missing without a word. */
export const remarkSchema = z
  .strictObject({
    thing: thingSchema,
    /** Where in its file: `line 12`, `T4`, `[3].spans[0]`; `null` where the file as a whole is meant. */
    place: z.string().nullable(),
    /** The id that the source (import) or the project (export) gives the thing; `null` where it has none. */
    id: z.string().nullable(),
    code: failureCodeSchema,
    /** Whole sentences: what was wrong or is different, and what to do where something can be done. */
    reason: z.string(),
    /** What the source says should be there; `null` where nothing can be compared. */
    expected: z.string().nullable(),
    found: z.string().nullable(),
  })
  .readonly()
export type Remark = z.infer<typeof remarkSchema>
