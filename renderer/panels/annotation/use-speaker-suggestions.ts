import { useMemo } from 'react'

import type { Annotation } from '../../../shared/model/annotation.ts'
import { namesNear } from '../../../shared/text/names.ts'
import { extentOf } from '../../../shared/text/span.ts'
import { useWorkbenchAfterPaint } from '../../store/use-session.ts'
import {
  recentSpeakers,
  speakerSuggestions,
  type SpeakerSuggestion,
} from './speaker-suggestions.ts'

/** Names near the span that are looked at. */
const mostNames = 12

/**
 * Who may be meant by what is typed for an annotation of the open document; nobody while `asked` is false, for looking
 * through a long article is not for every tag.
 */
export function useSpeakerSuggestions(
  { attribution, spans }: Annotation,
  typed: string,
  asked: boolean,
): readonly SpeakerSuggestion[] {
  const speakers = useWorkbenchAfterPaint(({ project }) => project?.speakers ?? [])
  const annotations = useWorkbenchAfterPaint(({ document }) => document?.annotations ?? [])
  const recent = useMemo(() => (asked ? recentSpeakers(annotations) : []), [asked, annotations])
  const text = useWorkbenchAfterPaint(({ document }) => document?.text ?? '')
  const near = useMemo(
    () => (asked ? namesNear(text, extentOf(spans), mostNames) : []),
    [asked, text, spans],
  )
  return useMemo(
    () => (asked ? speakerSuggestions(typed, { speakers, recent, near, chain: attribution }) : []),
    [asked, typed, speakers, recent, near, attribution],
  )
}
