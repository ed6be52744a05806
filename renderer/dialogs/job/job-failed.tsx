import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Failure } from '../../../shared/result.ts'
import { FailureAlert } from '../failure-alert.tsx'
import { StepHeading } from './step-heading.tsx'

/** Why a job came to nothing, to be left or begun again. */
export function JobFailed(props: {
  readonly heading: string
  readonly failure: Failure
  readonly again: string
  readonly onAgain: () => void
  readonly onClose: () => void
}) {
  return (
    <>
      <StepHeading>{props.heading}</StepHeading>
      <FailureAlert failure={props.failure} />
      <div className="dialog-actions">
        <Button className="button button-quiet" onPress={props.onClose}>
          {t('common:close')}
        </Button>
        <Button className="button button-primary" onPress={props.onAgain}>
          {props.again}
        </Button>
      </div>
    </>
  )
}
