import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { suggestionReasonSchema, type Suggestion } from '../../../shared/model/suggestion.ts'
import {
  acceptablePredictions,
  acceptPredictions,
  filterSuggestions,
  rejectShown,
} from '../../commands/reviewing.ts'
import { Choice, NamedOptions } from '../../controls/choice.tsx'
import { StayingButton } from '../../controls/staying-button.tsx'
import { reasonName } from '../../review/suggestion-words.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'

/** Which suggestions the list shows, and what can be done with all of them at once. */
export function ReviewFilters({
  waiting,
  shown,
}: {
  readonly waiting: readonly Suggestion[]
  readonly shown: readonly Suggestion[]
}) {
  const session = useSession()
  const { reason, label } = useWorkbenchAfterPaint(({ reviewView }) => reviewView)
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  const reasons = suggestionReasonSchema.options.filter(
    (each) => each === reason || waiting.some((one) => one.reason === each),
  )
  const used = labels.filter(
    ({ id }) => id === label || waiting.some((suggestion) => suggestion.label === id),
  )
  const acceptable = acceptablePredictions(shown, labels).length
  return (
    <div className="review-filters">
      <div className="review-choices">
        <Choice
          label={t('panels:review.reason')}
          labelled="hidden"
          onChange={(value) => {
            const chosen = suggestionReasonSchema.safeParse(value)
            filterSuggestions(session, { reason: chosen.success ? chosen.data : null })
          }}
          value={reason ?? ''}
        >
          <option value="">{t('panels:review.anyReason')}</option>
          {reasons.map((each) => (
            <option key={each} value={each}>
              {reasonName(each)}
            </option>
          ))}
        </Choice>
        <Choice
          label={t('panels:review.suggestedLabel')}
          labelled="hidden"
          onChange={(value) => {
            filterSuggestions(session, { label: value === '' ? null : value })
          }}
          value={label ?? ''}
        >
          <option value="">{t('panels:review.anyLabel')}</option>
          <NamedOptions things={used} />
        </Choice>
      </div>
      <div className="review-all">
        <span className="review-count" role="status">
          {countWords(shown.length, waiting.length)}
        </span>
        {acceptable === 0 ? null : (
          <Button
            className="button button-quiet"
            isDisabled={readOnly}
            onPress={() => {
              acceptPredictions(session)
            }}
          >
            {t('panels:review.acceptPredictions', { count: acceptable })}
          </Button>
        )}
        <StayingButton
          className="button button-quiet"
          isDisabled={readOnly || shown.length === 0}
          onPress={() => {
            rejectShown(session)
          }}
        >
          {t('panels:review.rejectAll')}
        </StayingButton>
      </div>
    </div>
  )
}

function countWords(shown: number, waiting: number): string {
  return shown === waiting
    ? t('panels:review.waiting', { count: waiting })
    : t('common:someOf', { some: shown, all: waiting })
}
