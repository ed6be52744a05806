import { useMemo } from 'react'

import { namesNear } from '../../../shared/text/names.ts'
import type { Span } from '../../../shared/text/span.ts'
import { useWorkbenchAfterPaint } from '../../store/use-session.ts'
import {
  recentSpeakers,
  speakerSuggestions,
  type SpeakerSuggestion,
} from './speaker-suggestions.ts'

/**
 * Who may be meant by what is typed for a stretch of the open document, but nobody of the chain; nobody at all while
 * `asked` is false, for looking through a long article is not for every tag.
 */
export function useSpeakerSuggestions(
  { chain, near: { start, end } }: { readonly chain: readonly string[]; readonly near: Span },
  typed: string,
  asked: boolean,
): readonly SpeakerSuggestion[] {
  const speakers = useWorkbenchAfterPaint(({ project }) => project?.speakers ?? [])
  const annotations = useWorkbenchAfterPaint(({ document }) => document?.annotations ?? [])
  const recent = useMemo(() => (asked ? recentSpeakers(annotations) : []), [asked, annotations])
  const text = useWorkbenchAfterPaint(({ document }) => document?.text ?? '')
  const near = useMemo(
    () => (asked ? namesNear(text, { start, end }) : []),
    [asked, text, start, end],
  )
  return useMemo(
    () => (asked ? speakerSuggestions(typed, { speakers, recent, near, chain }) : []),
    [asked, typed, speakers, recent, near, chain],
  )
}
