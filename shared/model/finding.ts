import { z } from 'zod'

/** Something in a project that is not as it should be. */
export const findingSchema = z
  .strictObject({
    part: z.enum([
      'file',
      'project',
      'label',
      'relation type',
      'speaker',
      'document',
      'annotation',
      'relation',
      'suggestion',
      'journal',
    ]),
    /** Of the thing concerned, where it is one. */
    id: z.string().nullable(),
    /** A whole sentence. */
    message: z.string(),
  })
  .readonly()
export type Finding = z.infer<typeof findingSchema>
