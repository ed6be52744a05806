import { useMemo } from 'react'

import type { Annotation } from '../../../shared/model/annotation.ts'
import { useWorkbenchAfterPaint } from '../../store/use-session.ts'
import {
  recentSpeakers,
  speakerSuggestions,
  type SpeakerSuggestion,
} from './speaker-suggestions.ts'

/** Who may be meant by what is typed for an annotation of the open document. */
export function useSpeakerSuggestions(
  { attribution }: Annotation,
  typed: string,
): readonly SpeakerSuggestion[] {
  const speakers = useWorkbenchAfterPaint(({ project }) => project?.speakers ?? [])
  const annotations = useWorkbenchAfterPaint(({ document }) => document?.annotations ?? [])
  const recent = useMemo(() => recentSpeakers(annotations), [annotations])
  return useMemo(
    () => speakerSuggestions(typed, { speakers, recent, near: [], chain: attribution }),
    [typed, speakers, recent, attribution],
  )
}
