import { useEffect, useState } from 'react'

import type { FoundAnnotations } from '../../../shared/contract.ts'
import type { Gap } from '../../relations/gaps.ts'
import { usePainted, useSession } from '../../store/use-session.ts'

/** Milliseconds without a new entry in the journal before the project is asked again. */
const pause = 250

/** The annotations of the whole project that have a gap, kept up to date as long as it is shown; `null` until they are known. */
export function useUnrelated(gap: Gap | null): FoundAnnotations | null {
  const session = useSession()
  const painted = usePainted()
  const [found, setFound] = useState<{ readonly gap: Gap; readonly of: FoundAnnotations } | null>(
    null,
  )

  useEffect(() => {
    if (gap === null) return undefined
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = async (): Promise<void> => {
      const answer = await session.ask('annotations.unrelated', gap)
      if (!stopped && answer !== null) setFound({ gap, of: answer })
    }
    void refresh()
    const unsubscribe = painted.subscribe((state, previous) => {
      if (state.latestSeq === previous.latestSeq || state.project === null) return
      clearTimeout(timer)
      timer = setTimeout(() => void refresh(), pause)
    })
    return () => {
      stopped = true
      clearTimeout(timer)
      unsubscribe()
    }
  }, [session, painted, gap])

  return found !== null && found.gap === gap ? found.of : null
}
