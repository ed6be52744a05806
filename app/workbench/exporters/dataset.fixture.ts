import { z } from 'zod'

/** What tests read of an exported dataset; its whole shape is checked against the JSON Schema. */
export const datasetSchema = z.looseObject({
  labels: z.array(z.looseObject({ id: z.string() })),
  relationTypes: z.array(z.looseObject({ id: z.string() })),
  speakers: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  documents: z.array(
    z.looseObject({
      text: z.string(),
      annotations: z.array(
        z.looseObject({
          label: z.string(),
          speaker: z.string().nullable(),
          attribution: z.array(z.string()),
          quote: z.string(),
          prefix: z.string(),
          suffix: z.string(),
          spans: z.array(
            z.strictObject({
              start: z.number(),
              end: z.number(),
              startCodePoint: z.number(),
              endCodePoint: z.number(),
            }),
          ),
        }),
      ),
    }),
  ),
  relations: z.array(z.looseObject({ type: z.string() })),
})
