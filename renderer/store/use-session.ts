import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'

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
  return useStore(useSession().store, useShallow(select))
}

/** The same a moment later, when the article shows it: for what is beside the article and costs time to draw. */
export function useWorkbenchAfterPaint<Part>(select: (state: WorkbenchState) => Part): Part {
  return useStore(useSession().painted, useShallow(select))
}
