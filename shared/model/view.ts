import { z } from 'zod'

import { idSchema } from './id.ts'

/** Where a reader was in a document, kept with the project but outside its journal. Offsets in UTF-16 code units. */
export const documentViewSchema = z
  .strictObject({
    anchor: z.int().nonnegative(),
    focus: z.int().nonnegative(),
    /** The first character on screen: steadier than pixels when the window or the type size differs. */
    top: z.int().nonnegative(),
    /** The selected annotation, where there is one. */
    annotationId: idSchema.nullable(),
  })
  .readonly()

export type DocumentView = z.infer<typeof documentViewSchema>
