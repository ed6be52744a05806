import { z } from 'zod'

import { labelSchema } from '../../../shared/model/label.ts'
import { relationTypeSchema } from '../../../shared/model/relation-type.ts'
import { speakerSchema } from '../../../shared/model/speaker.ts'
import { tagSetComment } from '../exporters/tag-set-comments.ts'
import { parseJson } from './json-source.ts'
import { Refusal } from './refusal.ts'

const schemas = {
  project: z.object({ name: z.string() }).readonly(),
  label: labelSchema.unwrap().omit({ position: true }).readonly(),
  relationType: relationTypeSchema.unwrap().omit({ position: true }).readonly(),
  speaker: speakerSchema,
} as const

type Held<Kind extends keyof typeof schemas> = z.infer<(typeof schemas)[Kind]>

/** A tag set that Verbatim holds in comments of another tool’s format. */
export type HeldTagSet = {
  readonly projectName: string
  readonly labels: readonly Held<'label'>[]
  readonly relationTypes: readonly Held<'relationType'>[]
  readonly speakers: readonly Held<'speaker'>[]
}

/** `null` where Verbatim did not write the file, or somebody changed these lines since. */
export function heldTagSetOf(lines: readonly string[]): HeldTagSet | null {
  const found = {
    project: new Array<Held<'project'>>(),
    label: new Array<Held<'label'>>(),
    relationType: new Array<Held<'relationType'>>(),
    speaker: new Array<Held<'speaker'>>(),
  }
  for (const line of lines) {
    if (!line.startsWith(tagSetComment)) continue
    const colon = line.indexOf(': ')
    const json = jsonOf(line.slice(colon + 2))
    const kind = line.slice(tagSetComment.length, colon)
    if (kind === 'project') add(found.project, schemas.project, json)
    else if (kind === 'label') add(found.label, schemas.label, json)
    else if (kind === 'relationType') add(found.relationType, schemas.relationType, json)
    else if (kind === 'speaker') add(found.speaker, schemas.speaker, json)
  }
  const [project] = found.project
  if (project === undefined) return null
  return {
    projectName: project.name,
    labels: found.label,
    relationTypes: found.relationType,
    speakers: found.speaker,
  }
}

function add<Thing>(list: Thing[], schema: z.ZodType<Thing>, json: unknown): void {
  const parsed = schema.safeParse(json)
  if (parsed.success) list.push(parsed.data)
}

function jsonOf(text: string): unknown {
  try {
    return parseJson(text, null)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
