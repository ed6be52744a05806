import { createContext, useContext, useRef } from 'react'
import { useStore } from 'zustand'

import { sameParts } from './same-parts.ts'
import type { Session } from './session.ts'
import type { WorkbenchState } from './state.ts'

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('There is no session above this component.')
  return session
}

/** A part of the state; the component renders again when that part changes (compared one level deep). */
export function useWorkbench<Part>(select: (state: WorkbenchState) => Part): Part {
  return useStore(useSession().store, useKept(select))
}

/** The same a moment later, when the article shows it: for what is beside the article and costs time to draw. */
export function useWorkbenchAfterPaint<Part>(select: (state: WorkbenchState) => Part): Part {
  return useStore(useSession().painted, useKept(select))
}

/** Gives the part of before where the new one is made of the same. */
function useKept<Part>(select: (state: WorkbenchState) => Part): (state: WorkbenchState) => Part {
  const latest = useRef<{ readonly part: Part } | null>(null)
  return (state) => {
    const part = select(state)
    if (latest.current === null || !sameParts(latest.current.part, part)) latest.current = { part }
    return latest.current.part
  }
}
