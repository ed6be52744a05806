import { createContext, useContext, useRef } from 'react'
import { useStore, type StoreApi } from 'zustand'

import type { PaintedPart } from './after-paint.ts'
import { sameParts } from './same-parts.ts'
import type { Session } from './session.ts'
import type { WorkbenchState } from './state.ts'

export const SessionContext = createContext<Session | null>(null)

/** Which of what is drawn after the article the components below are. */
export const PaintedPartContext = createContext<PaintedPart>('annotations')

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
  return useStore(usePainted(), useKept(select))
}

/** The state as this part of the window shows it. */
export function usePainted(): StoreApi<WorkbenchState> {
  return useSession().painted[useContext(PaintedPartContext)]
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
