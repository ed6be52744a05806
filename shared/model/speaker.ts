import { z } from 'zod'

import { idSchema } from './id.ts'

const speakerNameSchema = z.string().trim().min(1).max(200)

/** Somebody whose words or views are reported: a person, an office, an outlet, or “a senior official”. */
export const speakerSchema = z
  .strictObject({
    id: idSchema,
    name: speakerNameSchema,
    /** Other names that the articles use: `Putin`, `the Kremlin leader`. */
    aliases: z.array(speakerNameSchema).readonly(),
    role: z.string().min(1).nullable(),
    organisation: z.string().min(1).nullable(),
    /** Whether the articles keep the name back. */
    anonymous: z.boolean(),
  })
  .readonly()

export type Speaker = z.infer<typeof speakerSchema>

/** The one with this name or alias, whatever its case; a name counts before an alias. `null` for none. */
export function speakerNamed(speakers: readonly Speaker[], name: string): Speaker | null {
  const wanted = comparable(name)
  return (
    speakers.find((speaker) => comparable(speaker.name) === wanted) ??
    speakers.find(({ aliases }) => aliases.some((alias) => comparable(alias) === wanted)) ??
    null
  )
}

/** Registry order: by name, as people sort names. */
export function compareSpeakers(one: Speaker, other: Speaker): number {
  return one.name.localeCompare(other.name) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
}

/**
 * One speaker in place of several: `into` keeps its own name, role and organisation, takes those it lacks from the
 * others, and knows their names as aliases.
 */
export function mergedSpeaker(into: Speaker, others: readonly Speaker[]): Speaker {
  const names = [into.name, ...into.aliases, ...others.flatMap((one) => [one.name, ...one.aliases])]
  const distinct = new Map(names.toReversed().map((name) => [comparable(name), name]))
  distinct.delete(comparable(into.name))
  return {
    ...into,
    aliases: [...distinct.values()].toReversed(),
    role: into.role ?? others.find(({ role }) => role !== null)?.role ?? null,
    organisation:
      into.organisation ??
      others.find(({ organisation }) => organisation !== null)?.organisation ??
      null,
  }
}

/** An ordered chain with some of its speakers replaced by another one, or left out where `by` is `null`. */
export function replaceInAttribution(
  attribution: readonly string[],
  replaced: ReadonlySet<string>,
  by: string | null,
): readonly string[] {
  const chain = attribution.flatMap((id) => (replaced.has(id) ? (by === null ? [] : [by]) : [id]))
  return chain.filter((id, place) => chain.indexOf(id) === place)
}

/** The same for names that people read as the same one: not by the computer's language, nor by how accents are stored. */
function comparable(name: string): string {
  return name.trim().normalize('NFC').toLowerCase()
}
