import { useEffect, useEffectEvent } from 'react'

import type { Aim } from './state.ts'
import { useSession, useWorkbench } from './use-session.ts'

/** Does what a dialog or panel was opened for, once; never where `aim` is `null`. */
export function useAim(aim: Aim | null, act: () => void): void {
  const { store } = useSession()
  const isWanted = useWorkbench((state) => aim !== null && state.aim === aim)
  const pursue = useEffectEvent(act)
  useEffect(() => {
    if (!isWanted) return
    store.setState({ aim: null })
    pursue()
  }, [isWanted, store])
}
