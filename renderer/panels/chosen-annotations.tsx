import { Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { Button, Form, Input, Label, TextField } from 'react-aria-components'

import { activeLabels } from '../../shared/model/label.ts'
import { relabel, remove } from '../commands/amending.ts'
import { countOf } from '../commands/amounts.ts'
import { setAttribution } from '../commands/attributing.ts'
import { chooseAnnotations } from '../commands/navigation.ts'
import { useSession, useWorkbenchAfterPaint } from '../store/use-session.ts'
import { LabelSwatch } from './label-swatch.tsx'

import './chosen-annotations.css'

/** What can be done to several annotations at once; each is one step to undo. */
export function ChosenAnnotations() {
  const session = useSession()
  const ids = useWorkbenchAfterPaint(({ chosenIds }) => chosenIds)
  const labels = useWorkbenchAfterPaint(({ project }) => activeLabels(project?.labels ?? []))
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  return (
    <div aria-label="Chosen annotations" className="current-annotation chosen" role="group">
      <div className="chosen-head">
        <strong>{countOf(ids.length, 'annotation')} chosen</strong>
        <Button
          className="button button-quiet"
          onPress={() => {
            chooseAnnotations(session, [])
          }}
        >
          <X aria-hidden="true" size={14} strokeWidth={1.75} /> Choose none
        </Button>
      </div>
      <div aria-label="Change the label of all" className="label-choice" role="group">
        {labels.map((label) => (
          <Button
            className="button"
            isDisabled={readOnly}
            key={label.id}
            onPress={() => {
              relabel(session, ids, label)
            }}
          >
            <LabelSwatch label={label} /> {label.name}
          </Button>
        ))}
      </div>
      <SpeakerForAll disabled={readOnly} ids={ids} />
      <div className="current-actions">
        <Button
          className="button button-quiet button-danger"
          isDisabled={readOnly}
          onPress={() => {
            remove(session, ids)
            session.article()?.focus()
          }}
        >
          <Trash2 aria-hidden="true" size={15} strokeWidth={1.75} /> Delete{' '}
          {countOf(ids.length, 'annotation')}
        </Button>
      </div>
    </div>
  )
}

function SpeakerForAll({
  ids,
  disabled,
}: {
  readonly ids: readonly string[]
  readonly disabled: boolean
}) {
  const session = useSession()
  const [name, setName] = useState('')
  const names = useWorkbenchAfterPaint(({ project }) =>
    (project?.speakers ?? []).map((speaker) => speaker.name),
  )
  return (
    <Form
      className="chosen-speaker"
      onSubmit={(event) => {
        event.preventDefault()
        setAttribution(session, ids, [{ name }])
        setName('')
      }}
    >
      <TextField className="field" isDisabled={disabled} onChange={setName} value={name}>
        <Label>Speaker of all</Label>
        <Input autoComplete="off" className="input" list="speaker-names" />
      </TextField>
      <datalist id="speaker-names">
        {names.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </datalist>
      <Button className="button" isDisabled={disabled || name.trim() === ''} type="submit">
        Set
      </Button>
    </Form>
  )
}
