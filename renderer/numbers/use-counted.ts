import { startTransition, useEffect, useState } from 'react'

import type { CallArguments, CallValue } from '../../shared/contract.ts'
import { useSession } from '../store/use-session.ts'

type CountCall = 'statistics.counts' | 'statistics.words' | 'statistics.work'

/** Milliseconds without a new entry in the journal before it is counted again. */
const pause = 1000

/**
 * What the workbench counts, kept up to date as long as it is shown. `value` is the last that is known, `null` until there
 * is one; `isCurrent` tells whether it is what was asked for. `args` must stay the same object while they mean the same.
 */
export function useCounted<Name extends CountCall>(
  name: Name,
  args: CallArguments<Name>,
): { readonly value: CallValue<Name> | null; readonly isCurrent: boolean } {
  const session = useSession()
  const [counted, setCounted] = useState<{
    readonly args: CallArguments<Name>
    readonly value: CallValue<Name> | null
  } | null>(null)

  useEffect(() => {
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = async (): Promise<void> => {
      const value = await session.ask(name, args)
      if (stopped) return
      startTransition(() => {
        setCounted((last) => ({ args, value: value ?? last?.value ?? null }))
      })
    }
    void count()
    const unsubscribe = session.painted.subscribe((state, previous) => {
      if (state.latestSeq === previous.latestSeq || state.project === null) return
      clearTimeout(timer)
      timer = setTimeout(() => void count(), pause)
    })
    return () => {
      stopped = true
      clearTimeout(timer)
      unsubscribe()
    }
  }, [session, name, args])

  return { value: counted?.value ?? null, isCurrent: counted !== null && counted.args === args }
}
