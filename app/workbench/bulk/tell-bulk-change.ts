import { setImmediate } from 'node:timers/promises'

import type { BulkChange, Event } from '../../../shared/contract.ts'
import { stateBesideDocuments } from '../project-state.ts'
import type { ProjectFile } from '../project/project-file.ts'

/** Documents that pages are told of at once: some milliseconds of work for either side. */
const toldAtOnce = 100

/**
 * Tells pages piece by piece how things are after a change of much, as it is stored now. Each piece is read in the turn
 * that it is told in, so that no commit comes between.
 */
export async function tellBulkChange(
  file: ProjectFile,
  {
    entryId,
    documentIds,
  }: Pick<BulkChange, 'entryId'> & { readonly documentIds: readonly string[] },
  emit: (event: Event) => void,
): Promise<void> {
  const { id: projectId } = file.project()
  const ascending = documentIds.toSorted()
  let first = 0
  do {
    const ids = ascending.slice(first, first + toldAtOnce)
    const documents = file.documentsAmong(ids)
    const present = new Set(documents.map(({ document }) => document.id))
    const removed = ids.filter((id) => !present.has(id))
    const state = first === 0 ? stateBesideDocuments(file) : null
    emit({ name: 'changedInBulk', value: { projectId, entryId, state, documents, removed } })
    first += toldAtOnce
    await setImmediate()
  } while (first < ascending.length)
}
