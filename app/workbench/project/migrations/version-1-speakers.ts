import { createHash } from 'node:crypto'

import { v7 } from 'uuid'

import { graphemeFloor } from '../../../../shared/text/grapheme.ts'

/** Longest name of a speaker in version 2, in UTF-16 code units. */
const longestName = 200

/** A speaker of version 2 who stands for the name that annotations of version 1 had. */
export type Registered = {
  readonly id: string
  readonly name: string
  /** What a name too long for a name said; `null` for any other. */
  readonly role: string | null
}

/**
 * One speaker for each name, whatever white space stands around it. Their ids depend on the project and the name alone, so
 * that copies of a project that are brought to version 2 apart from each other agree on them.
 */
export function registerSpeakers(
  names: Iterable<string>,
  project: { readonly id: string; readonly createdAt: string },
): ReadonlyMap<string, Registered> {
  const registry = new Map<string, Registered>()
  for (const name of names) {
    const trimmed = name.trim()
    if (trimmed === '' || registry.has(trimmed)) continue
    const tooLong = trimmed.length > longestName
    registry.set(trimmed, {
      id: idFor(trimmed, project),
      name: tooLong ? shortened(trimmed) : trimmed,
      role: tooLong ? trimmed : null,
    })
  }
  return registry
}

function shortened(name: string): string {
  return `${name.slice(0, graphemeFloor(name, longestName - 1)).trimEnd()}…`
}

function idFor(name: string, { id, createdAt }: { id: string; createdAt: string }): string {
  const random = createHash('sha256').update(`${id}\n${name}`).digest()
  return v7({ msecs: Date.parse(createdAt) || 0, random })
}
