import { subjectOf, type Change } from './change.ts'
import type { JournalEntry, JournalSummary } from './journal.ts'

/** An entry as the history lists it. */
export function summaryOf({ changes, ...entry }: JournalEntry): JournalSummary {
  return { ...entry, ...extentOfChanges(changes) }
}

/** What changes are about: how many things of each kind, and the one document of all their annotations and suggestions. */
export function extentOfChanges(
  changes: readonly Change[],
): Pick<JournalSummary, 'subjects' | 'documentId'> {
  const kinds = Map.groupBy(changes, ({ entity }) => entity)
  const counts = Array.from(kinds, ([entity, some]) => [entity, new Set(some.map(subjectOf)).size])
  const documents = new Set(
    changes.flatMap(({ entity, before, after }) =>
      entity === 'annotation' || entity === 'suggestion'
        ? [before, after].flatMap((side) => side?.documentId ?? [])
        : [],
    ),
  )
  const [documentId = null, ...others] = documents
  return {
    subjects: Object.fromEntries(counts),
    documentId: others.length === 0 ? documentId : null,
  }
}
