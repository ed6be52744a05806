import { memo, useMemo, useState } from 'react'
import { Button, Form } from 'react-aria-components'

import type { ImportFound } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import type { Label } from '../../../shared/model/label.ts'
import { cancelImport, storeImport } from '../../commands/importing-steps.ts'
import { Choice, NamedOptions } from '../../controls/choice.tsx'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { StepHeading } from '../job/step-heading.tsx'
import { askedLabels, mapOf, newLabel } from './label-choices.ts'

type ForeignLabel = ImportFound['labels'][number]

/** Asks what the labels of the files become. Those that the project has are chosen already. */
export function LabelsStep({ job, found }: { readonly job: string; readonly found: ImportFound }) {
  const session = useSession()
  const own = useWorkbench(({ project }) => project?.labels ?? [])
  const asked = useMemo(() => askedLabels(found.labels), [found])
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const [choose] = useState(() => (name: string, label: string) => {
    setChosen((before) => new Map(before).set(name, label))
  })
  const added = asked.filter(
    ({ name, label }) => (chosen.get(name) ?? label ?? newLabel) === newLabel,
  ).length

  return (
    <Form
      className="import-step"
      onSubmit={(event) => {
        event.preventDefault()
        void storeImport(session, job, mapOf(found.labels, chosen))
      }}
    >
      <StepHeading>{t('jobs:import.labels')}</StepHeading>
      <p className="import-lead">
        {t('jobs:import.labelsRead', {
          documents: t('common:amounts.document', { count: found.documents }),
          annotations: t('common:amounts.annotation', { count: found.annotations }),
        })}
      </p>
      <ul className="foreign-labels">
        {asked.map((label) => (
          <LabelRow
            choice={chosen.get(label.name) ?? label.label ?? newLabel}
            foreign={label}
            key={label.name}
            onChoose={choose}
            own={own}
          />
        ))}
      </ul>
      <p className="dialog-remark" role="status">
        {added === 0 ? t('jobs:import.noneAdded') : t('jobs:import.added', { count: added })}
      </p>
      <div className="dialog-actions">
        <Button
          className="button button-quiet"
          onPress={() => {
            cancelImport(session)
          }}
        >
          {t('jobs:import.cancel')}
        </Button>
        <Button className="button button-primary" type="submit">
          {t('jobs:import.store')}
        </Button>
      </div>
    </Form>
  )
}

/** Drawn anew only for its own choice: files may have hundreds of labels. */
const LabelRow = memo(function LabelRow({
  foreign: { name, annotations, label },
  own,
  choice,
  onChoose,
}: {
  readonly foreign: ForeignLabel
  readonly own: readonly Label[]
  readonly choice: string
  readonly onChoose: (name: string, label: string) => void
}) {
  return (
    <li className="foreign-label">
      <span className="foreign-name" dir="auto">
        {name}
      </span>
      <span className="count">{t('common:amounts.annotation', { count: annotations })}</span>
      <Choice
        label={t('jobs:import.labelBecomes', { name })}
        labelled="hidden"
        onChange={(id) => {
          onChoose(name, id)
        }}
        value={choice}
      >
        {/* A name that a label has already is no name for a new one. */}
        {label === null ? <option value={newLabel}>{t('jobs:import.newLabel')}</option> : null}
        <NamedOptions things={own.filter(({ id, archived }) => !archived || id === label)} />
      </Choice>
    </li>
  )
})
