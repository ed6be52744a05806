import { startTransition, useEffect, useState } from 'react'

import type { CallArguments, CallValue } from '../../shared/contract.ts'
import { usePainted, useSession } from '../store/use-session.ts'

type CountCall = 'statistics.counts' | 'statistics.words' | 'statistics.work'

/** Milliseconds without a new entry in the journal before it is counted again. */
const pause = 1000

export type Counted<Value> = {
  /** The last that is known, `null` until there is one. */
  readonly value: Value | null
  /** Whether it is what was asked for, is still counted, or could not be counted, which is told by then. */
  readonly state: 'current' | 'counting' | 'failed'
}

/**
 * What the workbench counts, kept up to date as long as it is shown. `args` must stay the same object while they mean the
 * same.
 */
export function useCounted<Name extends CountCall>(
  name: Name,
  args: CallArguments<Name>,
): Counted<CallValue<Name>> {
  const session = useSession()
  const painted = usePainted()
  const [counted, setCounted] = useState<{
    readonly args: CallArguments<Name>
    readonly value: CallValue<Name> | null
    readonly hasFailed: boolean
  } | null>(null)

  useEffect(() => {
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = async (): Promise<void> => {
      const value = await session.ask(name, args)
      if (stopped) return
      startTransition(() => {
        setCounted((last) => ({
          args,
          value: value ?? last?.value ?? null,
          hasFailed: value === null,
        }))
      })
    }
    void count()
    const unsubscribe = painted.subscribe((state, previous) => {
      if (state.latestSeq === previous.latestSeq || state.project === null) return
      clearTimeout(timer)
      timer = setTimeout(() => void count(), pause)
    })
    return () => {
      stopped = true
      clearTimeout(timer)
      unsubscribe()
    }
  }, [session, painted, name, args])

  if (counted === null || counted.args !== args) {
    return { value: counted?.value ?? null, state: 'counting' }
  }
  return { value: counted.value, state: counted.hasFailed ? 'failed' : 'current' }
}
