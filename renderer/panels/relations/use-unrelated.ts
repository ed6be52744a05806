import { useEffect, useState } from 'react'

import type { FoundAnnotations } from '../../../shared/contract.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import type { Gap } from './gaps.ts'

/** Milliseconds without a new entry in the journal before the project is asked again. */
const pause = 250

/** The annotations of the whole project that have a gap, kept up to date as long as it is shown; `null` until they are known. */
export function useUnrelated(gap: Gap | null): FoundAnnotations | null {
  const session = useSession()
  const latestSeq = useWorkbenchAfterPaint((state) => state.latestSeq)
  const [found, setFound] = useState<{ readonly gap: Gap; readonly of: FoundAnnotations } | null>(
    null,
  )
  const known = found !== null && found.gap === gap

  useEffect(() => {
    if (gap === null) return undefined
    let wanted = true
    const timer = setTimeout(
      () => {
        void session.ask('annotations.unrelated', gap).then((answer) => {
          if (wanted && answer !== null) setFound({ gap, of: answer })
          return undefined
        })
      },
      known ? pause : 0,
    )
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [session, gap, latestSeq])

  return known ? found.of : null
}
