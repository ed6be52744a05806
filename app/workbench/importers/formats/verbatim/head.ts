import { z } from 'zod'

import { t } from '../../../../../shared/language/translate.ts'
import { labelSchema } from '../../../../../shared/model/label.ts'
import { projectSchema } from '../../../../../shared/model/project.ts'
import {
  defaultRelationTypes,
  relationTypeSchema,
} from '../../../../../shared/model/relation-type.ts'
import { speakerSchema } from '../../../../../shared/model/speaker.ts'
import type { ForeignTagSet } from '../../foreign.ts'
import { Refusal } from '../../refusal.ts'

/** The newest version that is read, and written. */
const newestVersion = 3

const versionSchema = z.object({ format: z.literal('verbatim'), version: z.int().positive() })

/** Version 1 had five fields; what later ones have is as it is for a label that nobody set up further. */
const datasetLabelSchema = labelSchema
  .unwrap()
  .omit({ position: true })
  .extend({
    guideline: labelSchema.unwrap().shape.guideline.default(''),
    attributes: labelSchema.unwrap().shape.attributes.default([]),
    speaker: labelSchema.unwrap().shape.speaker.default({ title: 'Speaker', required: false }),
    archived: z.boolean().default(false),
  })

const headSchema = z.object({
  project: z.object({ name: projectSchema.unwrap().shape.name }),
  labels: z.array(datasetLabelSchema),
  /** Version 1 had the usual four, and no list of them. */
  relationTypes: z
    .array(relationTypeSchema.unwrap().omit({ position: true }))
    .default([...defaultRelationTypes]),
  speakers: z.array(speakerSchema).default([]),
})

/** What a dataset says before any document: in JSON once, in JSON Lines in every line. */
export type Head = {
  readonly tagSet: ForeignTagSet
  readonly speakerIds: ReadonlySet<string>
}

/**
 * Reads the head of a dataset of any version. Throws `Refusal` where it is none, is newer than this program, or does not
 * hold what its version has.
 */
export function readHead(value: unknown, place: string | null): Head {
  const version = versionSchema.safeParse(value)
  if (!version.success) {
    throw new Refusal({
      place,
      code: 'malformed',
      reason: t('remarks:verbatim.noDataset'),
    })
  }
  if (version.data.version > newestVersion) {
    throw new Refusal({
      place,
      code: 'tooNew',
      reason: t('remarks:verbatim.newer', {
        version: String(version.data.version),
        newest: String(newestVersion),
      }),
    })
  }
  const parsed = headSchema.safeParse(value)
  if (!parsed.success) {
    throw new Refusal({
      place,
      code: 'malformed',
      reason: t('remarks:verbatim.tagSet', { issue: issueOf(parsed.error) }),
    })
  }
  const { project, labels, relationTypes, speakers } = parsed.data
  return {
    tagSet: {
      labels: labels.map((label, position) => ({ ...label, position })),
      relationTypes: relationTypes.map((type, position) => ({ ...type, position })),
      speakers,
      projectName: project.name,
      attributeKinds: {},
    },
    speakerIds: new Set(speakers.map(({ id }) => id)),
  }
}

/** The first thing that is wrong with a value, and where: `labels.0.color: Invalid string`. */
export function issueOf(error: z.ZodError): string {
  const [issue] = error.issues
  return issue === undefined
    ? t('remarks:verbatim.unknown')
    : `${issue.path.map(String).join('.')}: ${issue.message}`
}
