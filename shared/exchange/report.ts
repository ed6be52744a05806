import { z } from 'zod'

import { remarkSchema } from './remark.ts'

/** How many of one kind of thing were read and what became of them: read = stored + refused. */
const countsSchema = z
  .strictObject({
    read: z.int().nonnegative(),
    stored: z.int().nonnegative(),
    /** Of those stored, how many are not as they were. */
    changed: z.int().nonnegative(),
    refused: z.int().nonnegative(),
    /** Of those refused, how many wait in the review list. */
    review: z.int().nonnegative(),
  })
  .readonly()
export type Counts = z.infer<typeof countsSchema>

type Counted = 'documents' | 'annotations' | 'relations' | 'suggestions'

const reportEntrySchema = remarkSchema
  .unwrap()
  .extend({
    outcome: z.enum(['refused', 'changed', 'review']),
    /** Path of the file within what was chosen; for an export `null` where no one file is meant. */
    file: z.string().nullable(),
  })
  .readonly()
export type ReportEntry = z.infer<typeof reportEntrySchema>

/** Something that a format has no place for, with the ids of everything that had some of it. */
const lossSchema = z
  .strictObject({
    what: z.string(),
    reason: z.string(),
    count: z.int().nonnegative(),
    ids: z.array(z.string()).readonly(),
  })
  .readonly()

/** What an import or export came to. */
export const reportSchema = z
  .strictObject({
    format: z.literal('verbatim-report'),
    version: z.literal(1),
    direction: z.enum(['import', 'export']),
    documents: countsSchema,
    annotations: countsSchema,
    relations: countsSchema,
    suggestions: countsSchema,
    entries: z.array(reportEntrySchema).readonly(),
    losses: z.array(lossSchema).readonly(),
  })
  .readonly()
export type Report = z.infer<typeof reportSchema>

/** Gathers a report while an import or export goes on. */
export type ReportBuilder = {
  readonly count: (what: Counted, which: 'read' | 'stored', number: number) => void
  readonly tell: (entry: ReportEntry) => void
  readonly lose: (what: string, reason: string, ids: readonly string[]) => void
  /** Refused is what was read and not stored. */
  readonly report: () => Report
}

export function startReport(direction: Report['direction']): ReportBuilder {
  const counts = {
    documents: { read: 0, stored: 0 },
    annotations: { read: 0, stored: 0 },
    relations: { read: 0, stored: 0 },
    suggestions: { read: 0, stored: 0 },
  }
  const entries: ReportEntry[] = []
  const losses = new Map<string, { reason: string; ids: string[] }>()

  function countsOf(what: Counted): Counts {
    const { read, stored } = counts[what]
    const of = (outcome: ReportEntry['outcome']) =>
      entries.filter((entry) => entry.outcome === outcome && `${entry.thing}s` === what)
    const changed = new Set(
      of('changed').map(({ file, place, id }) => JSON.stringify([file, place, id])),
    )
    return {
      read,
      stored,
      changed: Math.min(changed.size, stored),
      refused: read - stored,
      review: of('review').length,
    }
  }

  return {
    count: (what, which, number) => {
      counts[what][which] += number
    },
    tell: (entry) => {
      entries.push(entry)
    },
    lose: (what, reason, ids) => {
      const known = losses.get(what) ?? { reason, ids: [] }
      losses.set(what, known)
      for (const id of ids) known.ids.push(id)
    },
    report: () => ({
      format: 'verbatim-report',
      version: 1,
      direction,
      documents: countsOf('documents'),
      annotations: countsOf('annotations'),
      relations: countsOf('relations'),
      suggestions: countsOf('suggestions'),
      entries,
      losses: [...losses].map(([what, { reason, ids }]) => ({
        what,
        reason,
        count: ids.length,
        ids,
      })),
    }),
  }
}
