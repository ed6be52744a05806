import { z } from 'zod'

import { findingSchema } from '../model/finding.ts'

/** What was looked at in a project, and what in it is not as it should be. */
export const checkReportSchema = z
  .strictObject({
    documents: z.int().nonnegative(),
    annotations: z.int().nonnegative(),
    relations: z.int().nonnegative(),
    journalEntries: z.int().nonnegative(),
    findings: z.array(findingSchema).readonly(),
  })
  .readonly()
export type CheckReport = z.infer<typeof checkReportSchema>
