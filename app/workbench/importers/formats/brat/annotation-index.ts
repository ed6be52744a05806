import type { AttributeValue } from '../../../../../shared/model/attribute.ts'
import type { Referenced } from './offsets.ts'
import type { StandoffLine } from './standoff-line.ts'
import type { Vocabulary } from './vocabulary.ts'

export type LineOf<Kind extends StandoffLine['kind']> = Extract<
  StandoffLine,
  { readonly kind: Kind }
>

/** A text-bound annotation, to which other lines add what they say of it. */
export type Draft = {
  readonly line: LineOf<'span'>
  readonly label: string
  readonly attributes: Map<string, AttributeValue>
  readonly notes: { readonly id: string; readonly text: string; readonly isOwn: boolean }[]
  speakers: readonly string[]
  /** The spans that Verbatim noted, in the unit of the file. */
  noted: Referenced['fragments'] | null
}

export type AnnotationIndex = {
  readonly drafts: readonly Draft[]
  /** The annotation that an id stands for: that of an event is its trigger. */
  readonly draftOf: (id: string) => Draft | null
  readonly lineOf: (id: string) => StandoffLine | null
}

/** Lines by their ids, which each have once. */
export function indexAnnotations(
  lines: readonly StandoffLine[],
  vocabulary: Vocabulary,
): AnnotationIndex {
  const byId = new Map<string, StandoffLine>()
  const drafts = new Map<string, Draft>()
  for (const line of lines) {
    if (line.kind === 'equivalence') continue
    byId.set(line.id, line)
    if (line.kind !== 'span') continue
    const label = vocabulary.label(line.type)
    const empty = { attributes: new Map(), notes: [], speakers: [], noted: null }
    drafts.set(line.id, { line, label, ...empty })
  }
  return {
    drafts: [...drafts.values()],
    lineOf: (id) => byId.get(id) ?? null,
    draftOf: (id) => {
      const line = byId.get(id)
      return drafts.get(line?.kind === 'event' ? line.trigger : id) ?? null
    },
  }
}
