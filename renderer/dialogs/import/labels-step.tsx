import { memo, useMemo, useState } from 'react'
import { Button, Form } from 'react-aria-components'

import type { ImportFound } from '../../../shared/contract.ts'
import type { Label } from '../../../shared/model/label.ts'
import { countOf } from '../../commands/amounts.ts'
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
      <StepHeading>What do these labels become?</StepHeading>
      <p className="import-lead">
        {countOf(found.documents, 'document')} with {countOf(found.annotations, 'annotation')} were
        read. Their labels, the ones that this project does not have first:
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
        {added === 0
          ? 'No label is added to the tag set.'
          : `${countOf(added, 'label')} will be added to the tag set.`}
      </p>
      <div className="dialog-actions">
        <Button
          className="button button-quiet"
          onPress={() => {
            cancelImport(session)
          }}
        >
          Cancel import
        </Button>
        <Button className="button button-primary" type="submit">
          Store
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
      <span className="count">{countOf(annotations, 'annotation')}</span>
      <Choice
        label={`${name} becomes`}
        labelled="hidden"
        onChange={(id) => {
          onChoose(name, id)
        }}
        value={choice}
      >
        {/* A name that a label has already is no name for a new one. */}
        {label === null ? <option value={newLabel}>Add as new label</option> : null}
        <NamedOptions things={own.filter(({ id, archived }) => !archived || id === label)} />
      </Choice>
    </li>
  )
})
