import type { Denial } from '../../../shared/model/denial.ts'

/*
 * The relations of an annotation as one value of a column: a line for each, as ids of types may hold spaces. First comes which
 * end of it the annotation is: `<` where the relation comes in; else who speaks in what it leads to, `-` for nobody.
 */

/** SQL for the line of a row of `relations` that leads away; `speaker` is SQL for who speaks in what it leads to. */
export function leadingTo(speaker: string): string {
  return `coalesce(${speaker}, '-') || ' ' || type`
}

/** SQL for the line of a row of `relations` that comes in. */
export const comingIn = "'< ' || type"

type Related = {
  /** Id of the relation type. */
  readonly type: string
  readonly comesIn: boolean
  /** Id of who speaks in what it leads to; `null` for nobody named, and where it comes in. */
  readonly speaker: string | null
}

export function relatedIn(entry: string): readonly Related[] {
  if (entry === '') return []
  return entry.split('\n').map((line) => {
    const [end = ''] = line.split(' ', 1)
    const isSpeaker = end !== '<' && end !== '-'
    return {
      type: line.slice(end.length + 1),
      comesIn: end === '<',
      speaker: isSpeaker ? end : null,
    }
  })
}

/** Ids of the speakers whom an annotation denies, each once; `null` stands for nobody named. */
export function deniedIn(entry: string, denial: Denial | null): readonly (string | null)[] {
  const denied = relatedIn(entry).filter(
    ({ type, comesIn }) => !comesIn && type === denial?.type.id,
  )
  return [...new Set(denied.map(({ speaker }) => speaker))]
}

/** Whether something denies an annotation. */
export function isDenied(entry: string, denial: Denial | null): boolean {
  return relatedIn(entry).some(({ type, comesIn }) => comesIn && type === denial?.type.id)
}
