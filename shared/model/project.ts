import { z } from 'zod'

import { idSchema, timeSchema } from './id.ts'

export const projectSchema = z
  .strictObject({ id: idSchema, name: z.string().min(1).max(200), createdAt: timeSchema })
  .readonly()

export type Project = z.infer<typeof projectSchema>
