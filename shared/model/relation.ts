import { z } from 'zod'

import { idSchema } from './id.ts'

/** A directed link between two annotations, also across documents: this denial `denies` that claim. */
export const relationSchema = z
  .strictObject({
    id: idSchema,
    type: z.string().min(1).max(100),
    /** Annotation ids. */
    from: idSchema,
    to: idSchema,
  })
  .readonly()

export type Relation = z.infer<typeof relationSchema>
