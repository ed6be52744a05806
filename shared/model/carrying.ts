import { placeInCopy, type Misplaced } from '../text/copied-spans.ts'
import { sameSpans, type Spans } from '../text/span.ts'
import { breachOf, type Annotation } from './annotation.ts'
import type { Change } from './change.ts'
import { newId, timeNow } from './id.ts'
import type { Relation } from './relation.ts'

/** A document as far as its annotations can be carried over to another one that carries its article, or back. */
export type Annotated = {
  readonly documentId: string
  readonly text: string
  /** In reading order. */
  readonly annotations: readonly Annotation[]
  /** Those at its annotations. */
  readonly relations: readonly Relation[]
}

/** What became of the annotations of one document in another. */
export type Carried = {
  /** To be added, with all that their originals have, under ids and times of their own. */
  readonly added: readonly Annotation[]
  /** Those that stand there already, with the same label and spans, as they are there. */
  readonly standing: readonly Annotation[]
  /** Originals without a place there. */
  readonly unfit: readonly { readonly annotation: Annotation; readonly reason: Misplaced }[]
  /** To be added: relations between originals, between what came of them. */
  readonly relations: readonly Relation[]
}

/** Works out what is added where the annotations of one document are carried over to another one, text by text. */
export function carryAnnotations(from: Annotated, to: Annotated): Carried {
  const place = placeInCopy(from.text, to.text)
  const at = timeNow()
  const added: Annotation[] = []
  const standing: Annotation[] = []
  const unfit: { annotation: Annotation; reason: Misplaced }[] = []
  const became = new Map<string, string>()
  const taken = new Set<string>()
  for (const annotation of from.annotations) {
    const isLawful = breachOf(from.text, annotation.spans, annotation.quote) === null
    const placed = isLawful ? place(annotation.spans) : ({ ok: false, reason: 'differs' } as const)
    if (!placed.ok) {
      unfit.push({ annotation, reason: placed.reason })
      continue
    }
    const same = sameAs(annotation, placed.spans, to, taken)
    if (same === null) {
      const { spans } = placed
      const { documentId } = to
      const copy = { ...annotation, id: newId(), documentId, spans, createdAt: at, updatedAt: at }
      added.push(copy)
      became.set(annotation.id, copy.id)
    } else {
      standing.push(same)
      taken.add(same.id)
      became.set(annotation.id, same.id)
    }
  }
  return { added, standing, unfit, relations: relationsAmong(from.relations, to.relations, became) }
}

/** The changes that add what was carried, without the annotations that somebody left out and the relations at them. */
export function changesOfCarrying(
  { added, relations }: Pick<Carried, 'added' | 'relations'>,
  isKept: (annotation: Annotation) => boolean,
): readonly Change[] {
  const kept = added.filter(isKept)
  const left = new Set(added.filter((annotation) => !isKept(annotation)).map(({ id }) => id))
  return [
    ...kept.map((after): Change => ({ entity: 'annotation', before: null, after })),
    ...relations
      .filter(({ from, to }) => !left.has(from) && !left.has(to))
      .map((after): Change => ({ entity: 'relation', before: null, after })),
  ]
}

/** The annotation with this label at a place; of several one that none was matched with before, where there is one. */
function sameAs(
  { label }: Annotation,
  spans: Spans,
  { annotations }: Annotated,
  taken: ReadonlySet<string>,
): Annotation | null {
  const same = annotations.filter((one) => one.label === label && sameSpans(one.spans, spans))
  return same.find(({ id }) => !taken.has(id)) ?? same[0] ?? null
}

function relationsAmong(
  originals: readonly Relation[],
  existing: readonly Relation[],
  became: ReadonlyMap<string, string>,
): readonly Relation[] {
  const known = new Set(existing.map(keyOf))
  return originals.flatMap(({ type, from, to }) => {
    const [first, second] = [became.get(from), became.get(to)]
    if (first === undefined || second === undefined) return []
    const relation = { id: newId(), type, from: first, to: second }
    if (known.has(keyOf(relation))) return []
    known.add(keyOf(relation))
    return [relation]
  })
}

function keyOf({ type, from, to }: Relation): string {
  return JSON.stringify([type, from, to])
}
