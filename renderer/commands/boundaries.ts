import { graphemeFloor, nextGrapheme, previousGrapheme } from '../../shared/text/grapheme.ts'
import type { Span, Spans } from '../../shared/text/span.ts'
import { stepWord } from '../../shared/text/word-steps.ts'
import { currentAnnotationOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { respan } from './amending.ts'

export type Edge = 'start' | 'end'
export type Step = 'grapheme' | 'word'

/**
 * Spans with their outer start or end moved to `offset` (UTF-16 code units, brought to a grapheme boundary). The moved edge stays at
 * least one grapheme away from the other edge of its own span and out of the neighbouring span.
 */
export function moveEdge(text: string, spans: Spans, edge: Edge, offset: number): Spans {
  const index = edge === 'start' ? 0 : spans.length - 1
  const span = spans[index]
  if (span === undefined) return spans
  const place = graphemeFloor(text, offset)
  const moved: Span =
    edge === 'start'
      ? { start: Math.min(place, previousGrapheme(text, span.end)), end: span.end }
      : { start: span.start, end: Math.max(place, nextGrapheme(text, span.start)) }
  return spans.with(index, moved)
}

/** Moves one edge of the current annotation by a grapheme or a word. */
export function nudge(
  session: Session,
  edge: Edge,
  direction: 'back' | 'forward',
  step: Step = 'grapheme',
): void {
  const annotation = currentAnnotationOf(session.store.getState())
  const text = session.store.getState().document?.text
  if (annotation === null || text === undefined) return
  const { spans } = annotation
  const from = edge === 'start' ? spans[0]?.start : spans.at(-1)?.end
  if (from === undefined) return
  respan(session, moveEdge(text, spans, edge, stepped(text, from, edge, direction, step)))
}

function stepped(
  text: string,
  from: number,
  edge: Edge,
  direction: 'back' | 'forward',
  step: Step,
): number {
  if (step === 'word') return stepWord(text, from, direction, edge)
  return direction === 'back' ? previousGrapheme(text, from) : nextGrapheme(text, from)
}
