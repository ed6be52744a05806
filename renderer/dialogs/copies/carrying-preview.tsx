import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components'

import type { CallValue } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import type { ListedDocument } from '../../../shared/model/document.ts'
import { carryOver } from '../../commands/copies.ts'
import { StayingButton } from '../../controls/staying-button.tsx'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { FailureAlert } from '../failure-alert.tsx'
import { StepHeading } from '../job/step-heading.tsx'
import { CarryingList } from './carrying-list.tsx'
import { groupCarryings } from './carrying-places.ts'
import { useCarryings } from './use-carryings.ts'

type Previewed = CallValue<'copies.preview'>

/** What would be added to which documents; each annotation can be left out. */
export function CarryingPreview({
  from,
  to,
  onBack,
}: {
  readonly from: ListedDocument
  /** Ids of documents. */
  readonly to: readonly string[]
  readonly onBack: () => void
}) {
  const answer = useCarryings(from.id, to)
  return (
    <>
      <StepHeading>{t('jobs:carrying.heading', { title: from.title })}</StepHeading>
      {answer === null ? (
        <p role="status">{t('jobs:carrying.comparing')}</p>
      ) : answer.ok ? null : (
        <FailureAlert failure={answer.failure} />
      )}
      {answer?.ok === true ? (
        <Ticking from={from} onBack={onBack} previewed={answer.value} />
      ) : (
        <div className="dialog-actions">
          <Button className="button button-quiet" onPress={onBack}>
            {t('jobs:job.back')}
          </Button>
        </div>
      )}
    </>
  )
}

function Ticking({
  from,
  previewed,
  onBack,
}: {
  readonly from: ListedDocument
  readonly previewed: Previewed
  readonly onBack: () => void
}) {
  const session = useSession()
  const documents = useWorkbench(({ project }) => project?.documents ?? [])
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  const { carryings } = previewed
  const groups = useMemo(
    () => groupCarryings(carryings, documents, from.length),
    [carryings, documents, from.length],
  )
  const free = useMemo(
    () => carryings.flatMap(({ added }) => added.map(({ annotation }) => annotation.id)),
    [carryings],
  )
  const ticked = new Set(free.filter((id) => !unticked.has(id)))
  const relations = carryings.reduce((sum, one) => sum + one.relations.length, 0)
  const tickOnly = (kept: ReadonlySet<string>): void => {
    setUnticked(new Set(free.filter((id) => !kept.has(id))))
  }
  return (
    <>
      <div className="occurrences-head carrying-head">
        <span role="status">{summaryOf(previewed)}</span>
        <StayingButton
          className="button button-quiet"
          isDisabled={ticked.size === free.length}
          onPress={() => {
            setUnticked(new Set())
          }}
        >
          {t('jobs:occurrences.selectAll')}
        </StayingButton>
        <StayingButton
          className="button button-quiet"
          isDisabled={ticked.size === 0}
          onPress={() => {
            tickOnly(new Set())
          }}
        >
          {t('jobs:occurrences.selectNone')}
        </StayingButton>
      </div>
      <CarryingList groups={groups} onTick={tickOnly} ticked={ticked} />
      <div className="dialog-actions">
        <Button className="button button-quiet" onPress={onBack}>
          {t('jobs:job.back')}
        </Button>
        <Button
          className="button button-primary"
          isDisabled={ticked.size === 0 && (free.length > 0 || relations === 0)}
          onPress={() => {
            carryOver(session, carryings, ticked)
          }}
        >
          {free.length === 0 && relations > 0
            ? t('jobs:carrying.carryRelations', { count: relations })
            : t('jobs:carrying.carryAnnotations', { count: ticked.size })}
        </Button>
      </div>
    </>
  )
}

function summaryOf({ carryings, complete }: Previewed): string {
  const sum = (count: (one: Previewed['carryings'][number]) => number): number =>
    carryings.reduce((total, one) => total + count(one), 0)
  const [added, standing, unfit, relations] = [
    sum((one) => one.added.length),
    sum((one) => one.standing.length),
    sum((one) => one.unfit.length),
    sum((one) => one.relations.length),
  ]
  return [
    t('jobs:carrying.summary', {
      annotations: t('common:amounts.annotation', { count: added }),
      documents: t('common:amounts.document', { count: carryings.length }),
    }),
    ...(relations > 0 ? [t('jobs:carrying.relations', { count: relations })] : []),
    ...(unfit > 0 ? [t('jobs:carrying.unfit', { number: unfit })] : []),
    ...(standing > 0 ? [t('jobs:carrying.standing', { number: standing })] : []),
    ...(complete ? [] : [t('jobs:carrying.incomplete')]),
  ].join(' · ')
}
