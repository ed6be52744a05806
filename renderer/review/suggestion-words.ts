import { t } from '../../shared/language/translate.ts'
import type { Label } from '../../shared/model/label.ts'
import type { Suggestion, SuggestionReason } from '../../shared/model/suggestion.ts'
import { quoteOf } from '../../shared/text/span.ts'
import { annotationWords } from '../relations/relation-words.ts'

/** Why something waits, in a word or two. */
export function reasonName(reason: SuggestionReason): string {
  return t(`review:reasons.${reason}`)
}

/** The same in a sentence or two. */
export function reasonExplained(reason: SuggestionReason): string {
  return t(`review:explanations.${reason}`)
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
  const annotation = annotationWords(labels, { label: suggestion.label, quote })
  const reason = reasonName(suggestion.reason).toLocaleLowerCase()
  return t('review:suggestion', { annotation, reason })
}
