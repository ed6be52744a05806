import { subjectOf, type Change } from '../../../shared/model/change.ts'
import type { Extent } from './tables/journal.ts'

/** What changes are about, counted as they go by. */
export type ChangeTally = {
  readonly note: (change: Change) => void
  /** What `extentOfChanges` gives for all of them. */
  readonly extent: () => Extent
  /** Whether something was changed more than once. */
  readonly repeats: () => boolean
  /** Ids of the documents that were changed, or what is in them. */
  readonly documentIds: () => readonly string[]
}

export function createChangeTally(): ChangeTally {
  const subjects = new Map<Change['entity'], Set<string>>()
  const documents = new Set<string>()
  /** Those of annotations and suggestions. */
  const holders = new Set<string>()
  let number = 0

  return {
    note: (change) => {
      number += 1
      const { entity } = change
      const id = subjectOf(change)
      const some = subjects.get(entity)
      if (some === undefined) subjects.set(entity, new Set([id]))
      else some.add(id)
      if (entity === 'document') documents.add(id)
      if (entity !== 'annotation' && entity !== 'suggestion') return
      for (const side of [change.before, change.after]) {
        if (side !== null) holders.add(side.documentId)
      }
    },
    extent: () => {
      const [documentId = null, ...others] = holders
      return {
        subjects: Object.fromEntries(Array.from(subjects, ([entity, { size }]) => [entity, size])),
        documentId: others.length === 0 ? documentId : null,
      }
    },
    repeats: () => [...subjects.values()].reduce((sum, { size }) => sum + size, 0) < number,
    documentIds: () => [...new Set([...documents, ...holders])],
  }
}
