import { useEffect, useState } from 'react'

import type { Usage } from '../../../shared/contract.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'

/** Milliseconds without a new journal entry before it is counted again. */
const rest = 400

const nothing: Usage = { labels: {}, relationTypes: {}, speakers: {} }

/** How much hangs on each thing of the project, counted in the project file: again after each change, once it is saved. */
export function useUsage(): Usage {
  const session = useSession()
  const seq = useWorkbenchAfterPaint(({ latestSeq }) => latestSeq)
  const [usage, setUsage] = useState(nothing)
  useEffect(() => {
    let wanted = true
    const timer = setTimeout(
      () => {
        void (async () => {
          const counted = await session.ask('project.usage', {})
          if (wanted && counted !== null) setUsage(counted)
        })()
      },
      usage === nothing ? 0 : rest,
    )
    return () => {
      wanted = false
      clearTimeout(timer)
    }
    // eslint-disable-next-line react/exhaustive-deps -- the answer itself is no reason to ask again
  }, [session, seq])
  return usage
}
