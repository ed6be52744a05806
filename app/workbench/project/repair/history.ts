import type { DatabaseSync } from 'node:sqlite'

import { t } from '../../../../shared/language/translate.ts'
import type { Finding } from '../../../../shared/model/finding.ts'
import { integerIn } from '../tables/columns.ts'
import type { Tables } from '../tables/tables.ts'
import type { Repairing, Storing } from './progress.ts'
import { readOr } from './readable.ts'

/**
 * Writes the history that can be read. Up to the first entry that is lost it stays as it was; what comes after it can
 * no longer be undone in its old order, so every later entry stands there as an act of its own.
 */
export function* rebuildHistory(
  db: DatabaseSync,
  from: Tables,
  to: Tables,
  { flattenAfter, progress }: { readonly flattenAfter: number; readonly progress: Storing },
): Repairing<readonly Finding[]> {
  const findings: Finding[] = []
  let seq = 0
  let broken = false
  for (const row of db.prepare('SELECT seq FROM journal ORDER BY seq').all()) {
    yield progress.next()
    const was = integerIn(row, 'seq')
    const entry = readOr(() => from.journal.bySeq(was), null)
    if (entry === null) findings.push(lost(t('failures:repair.entryUnreadable', { seq: was })))
    if (!broken && was > seq + 1) {
      const count = was - seq - 1
      findings.push(lost(t('failures:repair.entriesMissing', { count, seq: was })))
    }
    if (entry === null || was !== seq + 1 || seq >= flattenAfter) broken = true
    if (entry === null) continue
    seq += 1
    if (!broken) to.journal.append(entry, from.journal.reachAfter(was))
    else {
      const summary =
        entry.kind === 'do'
          ? entry.summary
          : t(`failures:repair.flattened.${entry.kind}`, { summary: entry.summary })
      const plain = { ...entry, seq, kind: 'do', of: null, summary } as const
      to.journal.append(plain, { undo: seq, redo: null })
    }
  }
  return findings
}

function lost(message: string): Finding {
  return { part: 'journal', id: null, message }
}
