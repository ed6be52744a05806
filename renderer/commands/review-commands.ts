import { flushSync } from 'react-dom'

import { t } from '../../shared/language/translate.ts'
import { plainReviewView } from '../store/review-view.ts'
import { currentSuggestionOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import { withDocument, withEditableDocument, withProject, type Command } from './command.ts'
import { openDocument } from './projects.ts'
import {
  acceptPredictions,
  acceptSuggestion,
  lookAt,
  placeSuggestion,
  rejectShown,
  rejectSuggestion,
  suggestionsShown,
  wordsOf,
} from './reviewing.ts'

/** Going through what waits for review. */
export function reviewCommands(): readonly Command[] {
  return [
    review('nextSuggestion', t('commands:review.next'), 'v', withDocument, (session) => {
      stepSuggestion(session, 1)
    }),
    review(
      'previousSuggestion',
      t('commands:review.previous'),
      'Shift+v',
      withDocument,
      (session) => {
        stepSuggestion(session, -1)
      },
    ),
    review('acceptSuggestion', t('commands:review.accept'), 'y', canSettle, acceptSuggestion),
    review('placeSuggestion', t('commands:review.place'), 'Shift+y', canSettle, placeSuggestion),
    review('rejectSuggestion', t('commands:review.reject'), 'x', canSettle, rejectSuggestion),
    review('relabelSuggestion', t('commands:review.relabel'), 'c', canSettle, focusLabel),
    review(
      'acceptPredictions',
      t('commands:review.acceptAll'),
      'Alt+Shift+KeyY',
      canSettleAll,
      acceptPredictions,
    ),
    review(
      'rejectSuggestions',
      t('commands:review.rejectAll'),
      'Alt+Shift+KeyX',
      canSettleAll,
      rejectShown,
    ),
    review(
      'nextToReview',
      t('commands:review.nextDocument'),
      'Shift+d',
      withProject,
      (session) => void goToNextToReview(session),
    ),
  ]
}

function review(
  id: string,
  title: string,
  key: string,
  possible: (state: WorkbenchState) => boolean,
  run: (session: Session) => void,
): Command {
  return { id, title, group: 'review', keys: [key], scope: 'article', possible, run }
}

/** Only what is on screen is accepted or rejected. */
function canSettle(state: WorkbenchState): boolean {
  return withEditableDocument(state) && currentSuggestionOf(state) !== null
}

function canSettleAll(state: WorkbenchState): boolean {
  return (
    withEditableDocument(state) &&
    state.sidePanel === 'review' &&
    suggestionsShown(state).length > 0
  )
}

/** The next or previous suggestion of the list; the first or last one where none was looked at. */
function stepSuggestion(session: Session, by: 1 | -1): void {
  session.store.setState({ sidePanel: 'review' })
  const state = session.store.getState()
  const shown = suggestionsShown(state)
  const here = shown.findIndex(({ id }) => id === state.suggestionId)
  const next = here === -1 ? shown.at(by === 1 ? 0 : -1) : shown[here + by]
  if (next !== undefined) {
    lookAt(session, next)
    session.announce(
      t('commands:review.here', {
        suggestion: wordsOf(state, next),
        place: shown.indexOf(next) + 1,
        all: shown.length,
      }),
    )
  } else if (shown.length === 0) session.announce(t('commands:review.nothingHere'))
  else session.announce(by === 1 ? t('commands:review.last') : t('commands:review.first'))
}

/** Opens the next document of the list, round to its beginning, where something waits, and looks at the first of it. */
export async function goToNextToReview(session: Session): Promise<void> {
  const { project, document } = session.store.getState()
  const documents = project?.documents ?? []
  const here = documents.findIndex((summary) => summary.document.id === document?.document.id)
  const ahead = [...documents.slice(here + 1), ...documents.slice(0, Math.max(here, 0))]
  const next = ahead.find(({ suggestions }) => suggestions > 0)
  if (next === undefined) {
    session.announce(t('commands:review.nothingElsewhere'))
    return
  }
  await openDocument(session, next.document.id)
  session.store.setState({ sidePanel: 'review' })
  if (suggestionsShown(session.store.getState()).length === 0) {
    session.store.setState({ reviewView: plainReviewView })
  }
  const state = session.store.getState()
  const [first] = suggestionsShown(state)
  if (first === undefined) return
  lookAt(session, first)
  const { title } = next.document
  session.announce(t('commands:review.inDocument', { title, suggestion: wordsOf(state, first) }))
}

function focusLabel(session: Session): void {
  // The panel draws after the article; its fields must be there before the next key is pressed.
  flushSync(session.catchUp)
  const field = document.querySelector('.suggestion-details select')
  if (field instanceof HTMLElement) field.focus()
}
