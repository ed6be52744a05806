import { Button } from 'react-aria-components'

import { goToNextToReview } from '../../commands/review-commands.ts'
import { suggestionsShown } from '../../commands/reviewing.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { ReviewFilters } from './review-filters.tsx'
import { SuggestionDetails } from './suggestion-details.tsx'
import { SuggestionList } from './suggestion-list.tsx'

import './review-panel.css'

/** What waits to be looked at in the open document: accepted where it is proposed, put elsewhere, or rejected. */
export function ReviewPanel() {
  const waiting = useWorkbenchAfterPaint(({ document }) => document?.suggestions ?? null)
  const shown = useWorkbenchAfterPaint(suggestionsShown)
  if (waiting === null) return <p className="empty">Open an article to see what waits in it.</p>
  if (waiting.length === 0) return <NothingWaits />
  return (
    <div className="review-panel">
      <ReviewFilters shown={shown} waiting={waiting} />
      <SuggestionList suggestions={shown} />
      <SuggestionDetails />
    </div>
  )
}

function NothingWaits() {
  const session = useSession()
  const elsewhere = useWorkbenchAfterPaint(
    ({ project }) => project?.documents.some(({ suggestions }) => suggestions > 0) ?? false,
  )
  return (
    <div className="empty">
      <p>
        Nothing waits for review in this document. What an import cannot place exactly, and what
        other tools predict, comes here.
      </p>
      {elsewhere ? (
        <Button className="button" onPress={() => void goToNextToReview(session)}>
          Next document with something to review
        </Button>
      ) : null}
    </div>
  )
}
