import { subjectOf, type Change } from './change.ts'
import type { JournalSummary } from './journal.ts'

/** Above so many things it is not one annotation that an act was about. */
const mostSubjects = 50

/** Whether an act is about one annotation, so that the history tells which and how it changed. */
export function isAboutOne(subjects: JournalSummary['subjects']): boolean {
  const total = Object.values(subjects).reduce((sum, count) => sum + count, 0)
  return subjects.annotation === 1 && total <= mostSubjects
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
