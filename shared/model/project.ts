import { z } from 'zod'

import { idSchema, timeSchema } from './id.ts'

/** A search that somebody wants again, as it was typed. */
const savedSearchSchema = z
  .strictObject({
    id: idSchema,
    name: z.string().trim().min(1).max(200),
    query: z.string().min(1).max(2000),
  })
  .readonly()

export const savedSearchesSchema = z.array(savedSearchSchema).readonly()

export const projectSchema = z
  .strictObject({
    id: idSchema,
    name: z.string().min(1).max(200),
    createdAt: timeSchema,
    /** In the order in which they are offered. */
    searches: savedSearchesSchema,
  })
  .readonly()

export type Project = z.infer<typeof projectSchema>
