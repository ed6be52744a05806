import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'

import { formatDate } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import type { JournalSummary } from '../../../shared/model/journal.ts'
import { goBack, listHistory } from '../../commands/history.ts'
import { usePainted, useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { HistoryEntry } from './history-entry.tsx'

import './history-panel.css'

/** Entries shown at first, and more at each asking. */
const fewEntries = 50
const moreEntries = 200

/** What was done to the project, by whom and when, newest first; the way back to any point of it. */
export function HistoryPanel() {
  const session = useSession()
  const painted = usePainted()
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  const [entries, setEntries] = useState<readonly JournalSummary[] | null>(null)
  const [wanted, setWanted] = useState(fewEntries)

  useEffect(() => {
    let stopped = false
    async function refresh(): Promise<void> {
      const listed = await listHistory(session, wanted)
      if (!stopped && listed !== null) setEntries(listed)
    }
    void refresh()
    const unsubscribe = painted.subscribe((state, previous) => {
      const same =
        state.latestSeq === previous.latestSeq &&
        state.project?.project.id === previous.project?.project.id
      if (!same) void refresh()
    })
    return () => {
      stopped = true
      unsubscribe()
    }
  }, [session, painted, wanted])

  if (entries === null) return null
  if (entries.length === 0) return <p className="history-empty">{t('panels:history.none')}</p>
  return (
    <>
      <ol aria-label={t('panels:history.title')} className="history">
        {byDay(entries).map(([day, ofDay]) => (
          <li key={day}>
            <h3 className="history-day">{day}</h3>
            <ol>
              {ofDay.map((entry) => (
                <HistoryEntry
                  disabled={readOnly || entry.seq === entries[0]?.seq}
                  entry={entry}
                  key={entry.seq}
                  onGoBack={() => {
                    void goBack(session, entry.seq, entry.summary)
                  }}
                />
              ))}
            </ol>
          </li>
        ))}
      </ol>
      {(entries.at(-1)?.seq ?? 1) > 1 ? (
        <Button
          className="button button-quiet"
          onPress={() => {
            setWanted(wanted + moreEntries)
          }}
        >
          {t('panels:history.older')}
        </Button>
      ) : (
        <Button
          className="button button-quiet"
          isDisabled={readOnly}
          onPress={() => {
            void goBack(session, 0, t('panels:history.beginning'))
          }}
        >
          {t('panels:history.goBackToBeginning')}
        </Button>
      )}
    </>
  )
}

/** By the reader's own days. */
function byDay(
  entries: readonly JournalSummary[],
): readonly (readonly [string, readonly JournalSummary[]])[] {
  return [...Map.groupBy(entries, ({ at }) => formatDate(Date.parse(at), { dateStyle: 'full' }))]
}
