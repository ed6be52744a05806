import type { DatabaseSync } from 'node:sqlite'

import { t } from '../../../../shared/language/translate.ts'
import type { Finding } from '../../../../shared/model/finding.ts'
import { createChangeTally } from '../change-tally.ts'
import type { ChangeQueue } from '../tables/change-queue.ts'
import { integerIn } from '../tables/columns.ts'
import type { Tables } from '../tables/tables.ts'
import type { Repairing, Storing } from './progress.ts'
import { readOr } from './readable.ts'

/**
 * Writes the history that can be read. Up to the first entry that is lost it stays as it was; what comes after it can
 * no longer be undone in its old order, so every later entry stands there as an act of its own. Changes of an entry pass
 * through the queue of the new file one at a time: one may have half a million.
 */
export function* rebuildHistory(
  db: DatabaseSync,
  from: Tables,
  to: Tables,
  {
    queue,
    flattenAfter,
    progress,
  }: {
    readonly queue: ChangeQueue
    readonly flattenAfter: number
    readonly progress: Storing
  },
): Repairing<readonly Finding[]> {
  const findings: Finding[] = []
  let seq = 0
  let broken = false
  for (const row of db.prepare('SELECT seq FROM journal ORDER BY seq').all()) {
    yield progress.next()
    const was = integerIn(row, 'seq')
    const entry = readOr(() => queueEntry(from, queue, was), null)
    if (entry === null) findings.push(lost(t('failures:repair.entryUnreadable', { seq: was })))
    if (!broken && was > seq + 1) {
      const count = was - seq - 1
      findings.push(lost(t('failures:repair.entriesMissing', { count, seq: was })))
    }
    if (entry === null || was !== seq + 1 || seq >= flattenAfter) broken = true
    if (entry === null) continue
    seq += 1
    const { head, extent } = entry
    if (!broken) to.journal.appendQueued(head, extent, from.journal.reachAfter(was))
    else {
      const summary =
        head.kind === 'do'
          ? head.summary
          : t(`failures:repair.flattened.${head.kind}`, { summary: head.summary })
      const plain = { ...head, seq, kind: 'do', of: null, summary } as const
      to.journal.appendQueued(plain, extent, { undo: seq, redo: null })
    }
  }
  return findings
}

function queueEntry({ journal }: Tables, queue: ChangeQueue, seq: number) {
  queue.clear()
  const head = journal.headBySeq(seq)
  if (head === null) return null
  const tally = createChangeTally()
  for (const change of journal.changesOf(seq)) {
    tally.note(change)
    queue.push(change)
  }
  return { head, extent: tally.extent() }
}

function lost(message: string): Finding {
  return { part: 'journal', id: null, message }
}
