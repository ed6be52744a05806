import type { Suggestion, SuggestionReason } from '../../shared/model/suggestion.ts'

/** Which suggestions the review list shows. A `null` lets everything through. */
export type ReviewView = {
  readonly reason: SuggestionReason | null
  /** Id of a label. */
  readonly label: string | null
  /** The least score; what has none is kept back. */
  readonly score: number | null
}

export const plainReviewView: ReviewView = { reason: null, label: null, score: null }

/** The suggestions that a view shows, in their order. Without filters it is the same list. */
export function viewSuggestions(
  suggestions: readonly Suggestion[],
  { reason, label, score }: ReviewView,
): readonly Suggestion[] {
  if (reason === null && label === null && score === null) return suggestions
  return suggestions.filter(
    (one) =>
      (reason === null || one.reason === reason) &&
      (label === null || one.label === label) &&
      (score === null || (one.score !== null && one.score >= score)),
  )
}
