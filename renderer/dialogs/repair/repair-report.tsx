import { Button } from 'react-aria-components'

import type { Repaired } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { StepHeading } from '../job/step-heading.tsx'

/** Findings that are shown; the command line writes all of them. */
const mostShown = 200

/** What was saved of a damaged project, and what was not. */
export function RepairReport({
  repaired,
  onOpen,
  onClose,
}: {
  readonly repaired: Repaired
  readonly onOpen: () => void
  readonly onClose: () => void
}) {
  const { fileName, documents, annotations, review, relations, findings } = repaired
  const more = findings.length - mostShown
  return (
    <>
      <StepHeading>{t('jobs:repair.saved', { file: fileName })}</StepHeading>
      <p>
        {t('jobs:repair.sums', {
          documents: t('common:amounts.document', { count: documents }),
          annotations: t('common:amounts.annotation', { count: annotations }),
          relations: t('common:amounts.relation', { count: relations }),
        })}
        {review === 0 ? '' : ` ${t('jobs:repair.review', { count: review })}`}
      </p>
      {findings.length === 0 ? (
        <p>{t('jobs:repair.nothing')}</p>
      ) : (
        <section aria-labelledby="repair-findings">
          <h3 className="repair-heading" id="repair-findings">
            {t('jobs:repair.found')}
          </h3>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls is reached by the keyboard */}
          <ul aria-labelledby="repair-findings" className="repair-findings" tabIndex={0}>
            {findings.slice(0, mostShown).map((message, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the list never changes, and messages may be alike
              <li key={index}>{message}</li>
            ))}
            {more > 0 ? <li>{t('jobs:repair.more', { count: more })}</li> : null}
          </ul>
        </section>
      )}
      <div className="dialog-actions">
        <Button className="button button-quiet" onPress={onClose}>
          {t('common:close')}
        </Button>
        <Button className="button button-primary" onPress={onOpen}>
          {t('jobs:repair.open')}
        </Button>
      </div>
    </>
  )
}
