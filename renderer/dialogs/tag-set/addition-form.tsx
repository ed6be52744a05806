import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Form, Input, TextField } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { StayingButton } from '../../controls/staying-button.tsx'

/** A name, and a button that makes a new thing of it. */
export function AdditionForm({
  action,
  disabled,
  onAdd,
}: {
  /** What the button says: `Add label`. The field is named after it. */
  readonly action: string
  readonly disabled: boolean
  readonly onAdd: (name: string) => void
}) {
  const [name, setName] = useState('')
  return (
    <Form
      className="addition-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return
        onAdd(name.trim())
        setName('')
      }}
    >
      <TextField
        aria-label={t('dialogs:tagSet.addition.name', { action })}
        isDisabled={disabled}
        maxLength={100}
        onChange={setName}
        value={name}
      >
        <Input
          autoComplete="off"
          className="input"
          placeholder={t('dialogs:tagSet.addition.placeholder')}
        />
      </TextField>
      <StayingButton className="button" isDisabled={disabled || name.trim() === ''} type="submit">
        <Plus aria-hidden="true" size={15} strokeWidth={1.75} /> {action}
      </StayingButton>
    </Form>
  )
}
