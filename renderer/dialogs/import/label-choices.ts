import type { ImportFound } from '../../../shared/contract.ts'

type ForeignLabel = ImportFound['labels'][number]

/** Stands for a new label among the ids of labels, none of which is empty. */
export const newLabel = ''

/** Labels of the files in the order in which they are asked about: those without a counterpart first, then by use. */
export function askedLabels(labels: readonly ForeignLabel[]): readonly ForeignLabel[] {
  return labels.toSorted(
    (one, other) =>
      Number(one.label !== null) - Number(other.label !== null) ||
      other.annotations - one.annotations ||
      (one.name < other.name ? -1 : 1),
  )
}

/** Ids of labels by the names that the files have, without those that become new labels. */
export function mapOf(
  labels: readonly ForeignLabel[],
  chosen: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const mapped = labels.flatMap(({ name, label }) => {
    const id = chosen.get(name) ?? label ?? newLabel
    return id === newLabel ? [] : [[name, id] as const]
  })
  return Object.fromEntries(mapped)
}
