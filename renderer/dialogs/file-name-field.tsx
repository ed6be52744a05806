import { useEffect, useRef } from 'react'
import { Input, Label, TextField } from 'react-aria-components'

import { t } from '../../shared/language/translate.ts'

/** The name of a new file. It has the keyboard at first, the part before the ending selected. */
export function FileNameField({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const field = input.current
    field?.focus()
    field?.setSelectionRange(0, field.value.lastIndexOf('.'))
  }, [])
  return (
    <TextField className="field" onChange={onChange} value={value}>
      <Label>{t('dialogs:chooser.fileName')}</Label>
      <Input className="input" ref={input} spellCheck={false} />
    </TextField>
  )
}
