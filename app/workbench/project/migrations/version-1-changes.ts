import { z } from 'zod'

/** One side of a change of version 1, as far as version 2 has it otherwise. */
const sideSchema = z.looseObject({
  id: z.string(),
  documentId: z.string().optional(),
  speaker: z.string().nullish(),
  type: z.string().optional(),
})
const changesSchema = z.array(
  z.strictObject({
    entity: z.string(),
    before: sideSchema.nullable(),
    after: sideSchema.nullable(),
  }),
)

type Side = z.infer<typeof sideSchema>
type Changes = z.infer<typeof changesSchema>

/** Changes of a journal entry of version 1; `null` where they cannot be read. */
export function parseChanges(json: string): Changes | null {
  try {
    return changesSchema.safeParse(JSON.parse(json)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** What annotations of these changes have as speakers, and relations as types. */
export function namesIn(changes: Changes): {
  readonly speakers: readonly string[]
  readonly types: readonly string[]
} {
  const of = (kind: string) =>
    changes
      .filter(({ entity }) => entity === kind)
      .flatMap(({ before, after }) => [before, after])
      .filter((side) => side !== null)
  return {
    speakers: of('annotation').flatMap(({ speaker }) => speaker ?? []),
    types: of('relation').flatMap(({ type }) => type ?? []),
  }
}

/** The same changes as version 2 writes them. `chainOf` gives the ids of the speakers that stand for a name. */
export function rewriteChanges(
  changes: Changes,
  chainOf: (name: string | null | undefined) => readonly string[],
): readonly object[] {
  const rewrite = (entity: string, side: Side | null) => {
    if (side === null) return null
    switch (entity) {
      case 'annotation': {
        const { speaker, ...rest } = side
        return { ...rest, attribution: chainOf(speaker) }
      }
      case 'document':
        return { ...side, direction: null }
      case 'label':
        return { ...side, ...labelAdditions }
      default:
        return side
    }
  }
  return changes.map(({ entity, before, after }) => ({
    entity,
    before: rewrite(entity, before),
    after: rewrite(entity, after),
  }))
}

/** What the history lists of changes: how many things of each kind, and the one document of all their annotations. */
export function listingOf(changes: Changes): {
  readonly subjects: Readonly<Record<string, number>>
  readonly documentId: string | null
} {
  const kinds = Map.groupBy(changes, ({ entity }) => entity)
  const counts = Array.from(kinds, ([entity, some]) => {
    return [entity, new Set(some.map(({ before, after }) => (after ?? before)?.id)).size]
  })
  const sides = (kinds.get('annotation') ?? []).flatMap(({ before, after }) => [before, after])
  const [documentId = null, ...others] = new Set(sides.flatMap((side) => side?.documentId ?? []))
  return {
    subjects: Object.fromEntries(counts),
    documentId: others.length === 0 ? documentId : null,
  }
}

const labelAdditions = {
  guideline: '',
  attributes: [],
  speaker: { title: 'Speaker', required: false },
  archived: false,
}
