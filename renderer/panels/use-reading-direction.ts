import { useMemo } from 'react'

import { directionOf, type Direction } from '../../shared/text/direction.ts'
import { useWorkbenchAfterPaint } from '../store/use-session.ts'

/** The way that the open document reads: as somebody says, else as its text shows; `null` where none is open. */
export function useReadingDirection(): Direction | null {
  const document = useWorkbenchAfterPaint((state) => state.document?.document ?? null)
  const text = useWorkbenchAfterPaint((state) => state.document?.text ?? '')
  return useMemo(
    () => document && (document.direction ?? directionOf(text, document.language)),
    [document, text],
  )
}
