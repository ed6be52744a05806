import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components'

import type { CallValue } from '../../../shared/contract.ts'
import { formatNumber } from '../../../shared/language/format.ts'
import type { ListedDocument } from '../../../shared/model/document.ts'
import { countOf } from '../../commands/amounts.ts'
import { carryOver } from '../../commands/copies.ts'
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
      <StepHeading>{`Carry over from “${from.title}”`}</StepHeading>
      {answer === null ? (
        <p role="status">Comparing…</p>
      ) : answer.ok ? null : (
        <FailureAlert failure={answer.failure} />
      )}
      {answer?.ok === true ? (
        <Ticking from={from} onBack={onBack} previewed={answer.value} />
      ) : (
        <div className="dialog-actions">
          <Button className="button button-quiet" onPress={onBack}>
            Back
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
        <Button
          className="button button-quiet"
          isDisabled={ticked.size === free.length}
          onPress={() => {
            setUnticked(new Set())
          }}
        >
          Select all
        </Button>
        <Button
          className="button button-quiet"
          isDisabled={ticked.size === 0}
          onPress={() => {
            tickOnly(new Set())
          }}
        >
          Select none
        </Button>
      </div>
      <CarryingList groups={groups} onTick={tickOnly} ticked={ticked} />
      <div className="dialog-actions">
        <Button className="button button-quiet" onPress={onBack}>
          Back
        </Button>
        <Button
          className="button button-primary"
          isDisabled={ticked.size === 0 && (free.length > 0 || relations === 0)}
          onPress={() => {
            carryOver(session, carryings, ticked)
          }}
        >
          {free.length === 0 && relations > 0
            ? `Carry over ${countOf(relations, 'relation')}`
            : `Carry over ${countOf(ticked.size, 'annotation')}`}
        </Button>
      </div>
    </>
  )
}

function summaryOf({ carryings, complete }: Previewed): string {
  const sum = (count: (one: Previewed['carryings'][number]) => number): number =>
    carryings.reduce((total, one) => total + count(one), 0)
  const [standing, unfit, relations] = [
    sum((one) => one.standing.length),
    sum((one) => one.unfit.length),
    sum((one) => one.relations.length),
  ]
  return [
    `${countOf(
      sum(({ added }) => added.length),
      'annotation',
    )} for ${countOf(carryings.length, 'document')}`,
    ...(relations > 0 ? [`${countOf(relations, 'relation')} with them`] : []),
    ...(unfit > 0 ? [`${formatNumber(unfit)} without a place`] : []),
    ...(standing > 0 ? [`${formatNumber(standing)} there already`] : []),
    ...(complete ? [] : ['the other documents come after these']),
  ].join(' · ')
}
