import { useState } from 'react'
import { Button, Input, Label as FieldLabel, TextField } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Label } from '../../../shared/model/label.ts'
import { keyOwner, setLabelKey } from '../../commands/tag-set.ts'
import { Trans } from '../../language/trans.tsx'
import { useSession, useWorkbench } from '../../store/use-session.ts'

/** The key that applies the label. One that something else has is taken from it only when that is confirmed. */
export function LabelKeyField({
  label,
  disabled,
}: {
  readonly label: Label
  readonly disabled: boolean
}) {
  const session = useSession()
  const [wanted, setWanted] = useState<string | null>(null)
  const owner = useWorkbench((state) =>
    wanted === null ? null : (keyOwner(state, label.id, wanted)?.title ?? null),
  )

  function take(key: string | null): void {
    if (key === (wanted ?? label.key) || key?.trim() === '') return
    const taken = key !== null && keyOwner(session.store.getState(), label.id, key) !== null
    setWanted(taken ? key : null)
    if (!taken) setLabelKey(session, label, key)
  }

  return (
    <div className="label-key">
      <TextField
        className="field"
        isDisabled={disabled}
        onChange={(typed) => {
          if (typed.length < 2) take(typed === '' ? null : typed)
        }}
        value={wanted ?? label.key ?? ''}
      >
        <FieldLabel>{t('dialogs:tagSet.key.label')}</FieldLabel>
        <Input
          autoComplete="off"
          className="input"
          onKeyDown={(event) => {
            const typed = event.key.length === 1 && !event.ctrlKey && !event.metaKey
            if (!typed || event.key === ' ') return
            // Whatever stands there already: the key that is pressed is the one.
            event.preventDefault()
            take(event.key)
          }}
        />
      </TextField>
      {wanted === null || owner === null ? null : (
        <div className="key-conflict" role="alert">
          <p>
            <Trans
              message="dialogs:tagSet.key.owned"
              parts={{ key: <kbd /> }}
              values={{ key: wanted, owner }}
            />
          </p>
          <Button
            className="button"
            onPress={() => {
              setLabelKey(session, label, wanted)
              setWanted(null)
            }}
          >
            {t('dialogs:tagSet.key.take')}
          </Button>
          <Button
            className="button button-quiet"
            onPress={() => {
              setWanted(null)
            }}
          >
            {t('dialogs:tagSet.key.keep')}
          </Button>
        </div>
      )}
    </div>
  )
}
