import { t } from '../../shared/language/translate.ts'
import { timeNow } from '../../shared/model/id.ts'
import { labelName, type Label } from '../../shared/model/label.ts'
import {
  acceptSuggestions,
  rejectSuggestions,
  type PlacedSuggestion,
  type ReviewSetting,
} from '../../shared/model/review.ts'
import type { Suggestion } from '../../shared/model/suggestion.ts'
import { extentOf } from '../../shared/text/span.ts'
import { suggestionWords } from '../review/suggestion-words.ts'
import { viewSuggestions, type ReviewView } from '../store/review-view.ts'
import { currentSuggestionOf, labelOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import { selectedSpans } from './tagging.ts'

/** What of the open document the review list shows. */
export function suggestionsShown({ document, reviewView }: WorkbenchState): readonly Suggestion[] {
  return viewSuggestions(document?.suggestions ?? [], reviewView)
}

/** Of some suggestions, the predictions that can be accepted as they are. */
export function acceptablePredictions(
  suggestions: readonly Suggestion[],
  labels: readonly Label[],
): readonly PlacedSuggestion[] {
  const known = new Set(labels.map(({ id }) => id))
  return suggestions.flatMap((suggestion) =>
    suggestion.reason === 'predicted' && suggestion.proposal !== null && known.has(suggestion.label)
      ? [{ suggestion, spans: suggestion.proposal }]
      : [],
  )
}

/** Makes a suggestion the one that is looked at, and brings its proposal into view. */
export function lookAt(session: Session, { id, proposal }: Suggestion): void {
  session.store.setState({ suggestionId: id })
  if (proposal !== null) session.article()?.reveal(extentOf(proposal))
}

/** Shows other suggestions; the one that is looked at stays so where it is among them. */
export function filterSuggestions(session: Session, change: Partial<ReviewView>): void {
  session.store.setState(({ reviewView }) => ({ reviewView: { ...reviewView, ...change } }))
  const state = session.store.getState()
  const isShown = suggestionsShown(state).some(({ id }) => id === state.suggestionId)
  if (!isShown) session.store.setState({ suggestionId: null })
}

/** Makes the suggestion that is looked at an annotation where it is proposed. */
export function acceptSuggestion(session: Session): void {
  const current = currentSuggestionOf(session.store.getState())
  if (current === null) return
  if (current.proposal === null) {
    session.announce(t('commands:reviewing.noPlace'))
  } else acceptOne(session, { suggestion: current, spans: current.proposal }, 'accept')
}

/** Makes it an annotation on the words that are selected. */
export function placeSuggestion(session: Session): void {
  const current = currentSuggestionOf(session.store.getState())
  const spans = selectedSpans(session)
  if (current === null) return
  if (spans === null) session.announce(t('commands:reviewing.selectFirst'))
  else acceptOne(session, { suggestion: current, spans }, 'place')
}

function acceptOne(session: Session, placed: PlacedSuggestion, act: 'accept' | 'place'): void {
  const { label } = placed.suggestion
  const name = labelOf(session.store.getState(), label)?.name
  if (name === undefined) {
    session.announce(t('commands:reviewing.noLabel', { label }))
  } else {
    const summary = t(`commands:reviewing.acts.${act}`, { label: name.toLowerCase() })
    accept(session, [placed], summary, t('commands:reviewing.accepted', { label: name }))
  }
}

/** Accepts all predictions that are shown and have a place, as one act. */
export function acceptPredictions(session: Session): void {
  const state = session.store.getState()
  const placed = acceptablePredictions(suggestionsShown(state), state.project?.labels ?? [])
  const count = placed.length
  if (count === 0) session.announce(t('commands:reviewing.noneAcceptable'))
  else {
    const summary = t('commands:reviewing.acceptSeveral', { count })
    accept(session, placed, summary, t('commands:reviewing.acceptedSeveral', { count }))
  }
}

function accept(
  session: Session,
  placed: readonly PlacedSuggestion[],
  summary: string,
  said: string,
): void {
  const state = session.store.getState()
  const setting = settingOf(state)
  if (setting === null) return
  const before = suggestionsShown(state)
  const { changes, lost } = acceptSuggestions(placed, setting, timeNow())
  if (!session.record(summary, changes)) return
  if (lost.length > 0) {
    session.tell('done', t('commands:reviewing.leftOut', { count: lost.length }))
  }
  goOn(session, before, said)
}

/** Takes the suggestion that is looked at off the list. */
export function rejectSuggestion(session: Session): void {
  const state = session.store.getState()
  const current = currentSuggestionOf(state)
  if (current === null) return
  const label = labelName(state.project?.labels ?? [], current.label).toLowerCase()
  const summary = t('commands:reviewing.acts.reject', { label })
  reject(session, [current], summary, t('commands:reviewing.rejected'))
}

/** Takes all that are shown off the list, as one act. */
export function rejectShown(session: Session): void {
  const shown = suggestionsShown(session.store.getState())
  const count = shown.length
  if (count === 0) return
  const summary = t('commands:reviewing.rejectSeveral', { count })
  reject(session, shown, summary, t('commands:reviewing.rejectedSeveral', { count }))
}

function reject(
  session: Session,
  rejected: readonly Suggestion[],
  summary: string,
  said: string,
): void {
  const state = session.store.getState()
  const before = suggestionsShown(state)
  const changes = rejectSuggestions(rejected, state.document ?? { suggestions: [] })
  if (session.record(summary, changes)) goOn(session, before, said)
}

/** Gives the suggestion that is looked at another label; it goes on waiting. */
export function relabelSuggestion(session: Session, label: Label): void {
  const before = currentSuggestionOf(session.store.getState())
  if (before === null || before.label === label.id) return
  const after = { ...before, label: label.id }
  const summary = t('commands:reviewing.relabel', { label: label.name.toLowerCase() })
  if (!session.record(summary, [{ entity: 'suggestion', before, after }])) return
  filterSuggestions(session, {})
  session.announce(t('commands:reviewing.labelNow', { label: label.name }))
}

/** Looks at what comes after what was settled, round to the beginning, and says so. */
function goOn(session: Session, before: readonly Suggestion[], said: string): void {
  const state = session.store.getState()
  const shown = new Map(suggestionsShown(state).map((one) => [one.id, one]))
  const place = Math.max(
    0,
    before.findIndex(({ id }) => id === state.suggestionId),
  )
  const ahead = [...before.slice(place), ...before.slice(0, place)]
  const next = ahead.map(({ id }) => shown.get(id)).find((one) => one !== undefined)
  if (next !== undefined) {
    lookAt(session, next)
    session.announce(
      t('commands:reviewing.next', {
        said,
        suggestion: wordsOf(state, next),
        waiting: shown.size,
      }),
    )
    return
  }
  session.store.setState({ suggestionId: null })
  const kept = state.document?.suggestions.length ?? 0
  session.announce(
    kept === 0
      ? t('commands:reviewing.noneLeft', { said })
      : t('commands:reviewing.keptBack', { said, count: kept }),
  )
}

/** A suggestion of the open document in a few spoken words. */
export function wordsOf({ project, document }: WorkbenchState, suggestion: Suggestion): string {
  return suggestionWords(project?.labels ?? [], document?.text ?? '', suggestion)
}

function settingOf({ project, document }: WorkbenchState): ReviewSetting | null {
  if (project === null || document === null) return null
  const { text, suggestions, annotations, farAnnotations, relations } = document
  return {
    text,
    suggestions,
    annotationIds: new Set([...annotations, ...farAnnotations].map(({ id }) => id)),
    relationIds: new Set(relations.map(({ id }) => id)),
    relationTypes: new Set(project.relationTypes.map(({ id }) => id)),
  }
}
