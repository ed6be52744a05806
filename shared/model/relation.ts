import { z } from 'zod'

import { idSchema } from './id.ts'

/** A directed link between two annotations, also across documents: this denial `denies` that claim. */
export const relationSchema = z
  .strictObject({
    id: idSchema,
    /** Id of a relation type of the project's tag set. */
    type: z.string().min(1).max(100),
    /** Annotation ids. */
    from: idSchema,
    to: idSchema,
  })
  .readonly()

export type Relation = z.infer<typeof relationSchema>

/** Whether a relation begins or ends at one of these annotations. */
export function touchesAny({ from, to }: Relation, annotationIds: ReadonlySet<string>): boolean {
  return annotationIds.has(from) || annotationIds.has(to)
}
