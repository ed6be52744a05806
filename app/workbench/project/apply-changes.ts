import { isDeepStrictEqual } from 'node:util'

import { t } from '../../../shared/language/translate.ts'
import { subjectOf, type Change } from '../../../shared/model/change.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import type { EntityTable } from './tables/entity-table.ts'
import type { Tables } from './tables/tables.ts'

/** Applies changes in order. Each must find stored exactly what it has as `before`, else the answer is `conflict`. */
export function applyChanges(tables: Tables, changes: Iterable<Change>): Result<null> {
  for (const change of changes) {
    if (!apply(tables, change)) {
      return failure(
        'conflict',
        t(`failures:conflict.changed.${change.entity}`, { id: subjectOf(change) }),
        t('failures:conflict.lookAgain'),
      )
    }
  }
  return success(null)
}

function apply(tables: Tables, change: Change): boolean {
  switch (change.entity) {
    case 'annotation':
      return replace(tables.annotations, change)
    case 'relation':
      return replace(tables.relations, change)
    case 'document':
      return replace(tables.documents, change)
    case 'label':
      return replace(tables.labels, change)
    case 'relationType':
      return replace(tables.relationTypes, change)
    case 'speaker':
      return replace(tables.speakers, change)
    case 'suggestion':
      return replace(tables.suggestions, change)
    case 'project':
      return replace(tables.project, change)
  }
}

function replace<Thing extends { readonly id: string }>(
  table: EntityTable<Thing>,
  { before, after }: { readonly before: Thing | null; readonly after: Thing | null },
): boolean {
  const id = (after ?? before)?.id
  if (id === undefined || !sameAsStored(before, table.get(id))) return false
  if (after === null) table.remove(id)
  else table.put(after)
  return true
}

/** Equal as the file would hold it: the order of keys does not count, nor what JSON cannot tell apart (-0 and 0). */
export function sameAsStored(given: unknown, stored: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(given)), stored)
}
