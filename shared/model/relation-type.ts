import { z } from 'zod'

/** What a relation says, and which labels it joins. Part of the tag set. */
export const relationTypeSchema = z
  .strictObject({
    /** The stable word that relations and datasets carry; the name may change. */
    id: z.string().min(1).max(100),
    /** Reads between its two ends: this denial `denies` that claim. */
    name: z.string().min(1).max(100),
    description: z.string(),
    /** Ids of the labels it may lead from and to; an empty list stands for any label. */
    from: z.array(z.string().min(1)).readonly(),
    to: z.array(z.string().min(1)).readonly(),
    /** Place in the tag set, ascending from 0. */
    position: z.int().nonnegative(),
  })
  .readonly()

export type RelationType = z.infer<typeof relationTypeSchema>

/** Whether the tag set lets this type lead from an annotation with one label to one with another. */
export function joins({ from, to }: RelationType, fromLabel: string, toLabel: string): boolean {
  return mayLeadFrom(from, fromLabel) && mayLeadFrom(to, toLabel)
}

/** Whether a list of label ids takes in a label; an empty one takes in any. */
export function mayLeadFrom(labels: readonly string[], label: string): boolean {
  return labels.length === 0 || labels.includes(label)
}

/** The relation types of a new project. */
export const defaultRelationTypes: readonly RelationType[] = [
  {
    id: 'denies',
    name: 'denies',
    description: 'Rejects what the other says.',
    from: ['denial'],
    to: ['claim', 'quote'],
    position: 0,
  },
  {
    id: 'supports',
    name: 'supports',
    description: 'Gives evidence or backing for what the other says.',
    from: [],
    to: ['claim', 'denial', 'analysis'],
    position: 1,
  },
  {
    id: 'repeats',
    name: 'repeats',
    description: 'Says again what the other says, here or in another article.',
    from: [],
    to: [],
    position: 2,
  },
  {
    id: 'responds to',
    name: 'responds to',
    description: 'Answers the other without plainly denying or supporting it.',
    from: [],
    to: [],
    position: 3,
  },
]
