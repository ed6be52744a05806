import { useRef } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { goToNextToReview } from '../../commands/review-commands.ts'
import { suggestionsShown } from '../../commands/reviewing.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { useKeptKeyboard } from '../use-kept-keyboard.ts'
import { ReviewFilters } from './review-filters.tsx'
import { SuggestionDetails } from './suggestion-details.tsx'
import { SuggestionList } from './suggestion-list.tsx'

import './review-panel.css'

/** What waits to be looked at in the open document: accepted where it is proposed, put elsewhere, or rejected. */
export function ReviewPanel() {
  const region = useRef<HTMLDivElement>(null)
  useKeptKeyboard(region)
  return (
    <div className="review-region" ref={region}>
      <Review />
    </div>
  )
}

function Review() {
  const waiting = useWorkbenchAfterPaint(({ document }) => document?.suggestions ?? null)
  const shown = useWorkbenchAfterPaint(suggestionsShown)
  if (waiting === null) return <p className="empty">{t('panels:review.noDocument')}</p>
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
      <p>{t('panels:review.nothing')}</p>
      {elsewhere ? (
        <Button className="button" onPress={() => void goToNextToReview(session)}>
          {t('panels:review.next')}
        </Button>
      ) : null}
    </div>
  )
}
