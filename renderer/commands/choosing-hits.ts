import { maxOccurrences, maxSearchRows } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import type { Session } from '../store/session.ts'
import { change, loadRows } from './searching.ts'

/** Chooses a hit beside the others, or no longer. */
export function toggleRow(session: Session, row: number): void {
  const { chosen } = session.store.getState().search
  if (!isHit(session, row)) return
  const next = new Set(chosen)
  if (!next.delete(row)) next.add(row)
  choose(session, next)
}

/** Chooses all hits from the last one that was chosen, or the current one, up to a row. */
export function chooseUpTo(session: Session, row: number): void {
  const { chosen, current } = session.store.getState().search
  const anchor = [...chosen].at(-1) ?? current
  const [from, to] = anchor < row ? [anchor, row] : [row, anchor]
  const next = new Set(chosen)
  for (let place = Math.max(0, from); place <= to; place += 1) {
    if (isHit(session, place)) next.add(place)
  }
  choose(session, next)
}

/** Chooses every hit, as far as they can be tagged at once. */
export async function chooseAll(session: Session): Promise<void> {
  const { progress } = session.store.getState().search
  if (progress === null) return
  const chosen = new Set<number>()
  for (let from = 0; from < progress.rows; from += maxSearchRows) {
    await loadRows(session, from, Math.min(progress.rows, from + maxSearchRows))
    for (let place = from; place < Math.min(progress.rows, from + maxSearchRows); place += 1) {
      if (isHit(session, place) && chosen.size < maxOccurrences) chosen.add(place)
    }
    if (chosen.size === maxOccurrences) break
  }
  choose(session, chosen)
  if (progress.hits > maxOccurrences) {
    session.announce(t('commands:choosingHits.first', { count: maxOccurrences }))
  }
}

function choose(session: Session, chosen: ReadonlySet<number>): void {
  change(session, { chosen })
}

function isHit(session: Session, row: number): boolean {
  return session.store.getState().search.rows.get(row)?.kind === 'hit'
}
