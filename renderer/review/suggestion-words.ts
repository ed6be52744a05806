import type { Label } from '../../shared/model/label.ts'
import type { Suggestion, SuggestionReason } from '../../shared/model/suggestion.ts'
import { quoteOf } from '../../shared/text/span.ts'
import { annotationWords } from '../relations/relation-words.ts'

/** Why something waits, in a word or two. */
export const reasonTitles: Readonly<Record<SuggestionReason, string>> = {
  predicted: 'Prediction',
  quoteDiffers: 'Other words',
  splitsGrapheme: 'Split character',
  ambiguous: 'Several places',
  notFound: 'Not found',
  contextDiffers: 'Other surroundings',
  outsideText: 'Outside the text',
}

/** The same in a sentence or two. */
export const reasonSentences: Readonly<Record<SuggestionReason, string>> = {
  predicted: 'A machine proposed this.',
  quoteDiffers: 'At the place that the source names, the text has other words.',
  splitsGrapheme:
    'It begins or ends in the middle of a character. The whole character is proposed.',
  ambiguous: 'The source names no place, and its words are in several.',
  notFound: 'The source names no place, and its words are nowhere in the text.',
  contextDiffers:
    'The source names no place. Its words are in one alone, which is proposed, but the words around them are others than it says.',
  outsideText: 'The place that the source names is outside the text.',
}

/** What an annotation made at the proposal would hold; without a proposal, what the source says. */
export function proposedQuote(text: string, { proposal, expected, found }: Suggestion): string {
  return proposal === null ? (expected ?? found ?? '') : quoteOf(text, proposal)
}

/** A suggestion in a few spoken words: `Claim “the bridge is safe”, other words`. */
export function suggestionWords(
  labels: readonly Label[],
  text: string,
  suggestion: Suggestion,
): string {
  const quote = proposedQuote(text, suggestion)
  const words = annotationWords(labels, { label: suggestion.label, quote })
  return `${words}, ${reasonTitles[suggestion.reason].toLowerCase()}`
}
