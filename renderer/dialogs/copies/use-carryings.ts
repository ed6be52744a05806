import { useEffect, useState } from 'react'

import type { CallValue } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { newId } from '../../../shared/model/id.ts'
import { failure, type Result } from '../../../shared/result.ts'
import { useSession } from '../../store/use-session.ts'

type Answer = Result<CallValue<'copies.preview'>>

/** What carrying annotations over comes to; `null` until it is known. Whoever leaves earlier ends the work on it. */
export function useCarryings(from: string, to: readonly string[]): Answer | null {
  const session = useSession()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const wantedTo = to.join()
  useEffect(() => {
    const job = newId()
    let wanted = true
    void (async () => {
      // What is not saved yet would be missing.
      const unsaved = await session.outbox.flush()
      if (!wanted) return
      const previewed =
        unsaved > 0
          ? notSaved()
          : await session.bridge.call('copies.preview', { job, from, to: wantedTo.split(',') })
      if (wanted) setAnswer(previewed)
    })()
    return () => {
      wanted = false
      void session.bridge.call('copies.cancel', { job })
    }
  }, [session, from, wantedTo])
  return answer
}

function notSaved(): Result<never> {
  return failure('storage', t('jobs:carrying.notSaved'), t('jobs:carrying.notSavedRemedy'))
}
