import type { DatabaseSync } from 'node:sqlite'

import { integerIn } from './columns.ts'

/** How much hangs on things, without reading any of it. Numbers are at most `enough`: counting ends there. */
export type Weights = {
  /** Documents with their annotations. */
  readonly ofDocuments: (ids: readonly string[], enough: number) => number
  /** Annotations with a label. */
  readonly ofLabel: (id: string, enough: number) => number
  /** Mentions of speakers in annotations. */
  readonly ofSpeakers: (ids: readonly string[], enough: number) => number
  /** Relations of a type. */
  readonly ofRelationType: (id: string, enough: number) => number
  /** Length of the changes of an entry, in bytes of UTF-8; 0 where there is none. */
  readonly ofEntry: (seq: number) => number
  readonly ofEntryWithId: (id: string) => number
  /** The same of all entries after one. */
  readonly ofEntriesAfter: (seq: number) => number
}

export function weightsOn(db: DatabaseSync): Weights {
  const counting = (table: string, column: string) => {
    const counted = db.prepare(
      `SELECT count(*) AS number FROM (SELECT 1 FROM ${table} WHERE ${column} = ? LIMIT ?)`,
    )
    return (id: string, enough: number) => integerIn(counted.get(id, enough) ?? {}, 'number')
  }
  // The length of a text in bytes stands in the head of its row: the text itself is not read.
  const measuring = (where: string) => {
    const measured = db.prepare(
      `SELECT coalesce(sum(octet_length(changes)), 0) AS number FROM journal WHERE ${where} ?`,
    )
    return (value: number | string) => integerIn(measured.get(value) ?? {}, 'number')
  }
  const inDocument = counting('annotations', 'document_id')
  const ofSpeaker = counting('attributions', 'speaker_id')

  return {
    ofDocuments: (ids, enough) =>
      ids.length >= enough ? enough : sumUpTo(enough, ids, (id, rest) => 1 + inDocument(id, rest)),
    ofLabel: counting('annotations', 'label'),
    ofSpeakers: (ids, enough) => sumUpTo(enough, ids, ofSpeaker),
    ofRelationType: counting('relations', 'type'),
    ofEntry: measuring('seq ='),
    ofEntryWithId: measuring('id ='),
    ofEntriesAfter: measuring('seq >'),
  }
}

function sumUpTo(
  enough: number,
  ids: readonly string[],
  weigh: (id: string, rest: number) => number,
): number {
  let sum = 0
  for (const id of ids) {
    if (sum >= enough) break
    sum += weigh(id, enough - sum)
  }
  return Math.min(sum, enough)
}
