import { RotateCcw } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../shared/language/translate.ts'
import { isReserved } from '../commands/changing-keys.ts'
import type { Command } from '../commands/command.ts'
import { keyName, pressOf } from '../commands/key-names.ts'
import { StayingButton } from '../controls/staying-button.tsx'

/** A command with its keys. Keys of labels belong to the tag set and are changed there. */
export function KeyRow(props: {
  readonly command: Command
  readonly usual: readonly string[]
  readonly isChanged: boolean
  readonly ownerOf: (press: string) => Command | null
  readonly onChange: (press: string) => void
  readonly onReset: () => void
}) {
  const { command, usual } = props
  const { title } = command
  const [listening, setListening] = useState(false)
  const [wanted, setWanted] = useState<string | null>(null)
  const owner = wanted === null ? null : props.ownerOf(wanted)

  function take(press: string): void {
    setListening(false)
    setWanted(null)
    props.onChange(press)
  }

  function hear(event: KeyboardEvent): void {
    if (!listening || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') {
      setListening(false)
      return
    }
    const press = pressOf(event)
    if (press === null || isReserved(press)) return
    if (props.ownerOf(press) === null) take(press)
    else {
      setListening(false)
      setWanted(press)
    }
  }

  return (
    <li className="key-row">
      <span className="key-title">{title}</span>
      <span className="key-presses">
        {command.keys.map((press) => (
          <kbd key={press}>{keyName(press)}</kbd>
        ))}
        {command.keys.length === 0 ? (
          <span className="key-none">{t('dialogs:keys.none')}</span>
        ) : null}
      </span>
      {command.id.startsWith('label-') ? (
        <span className="key-none">{t('dialogs:keys.inTagSet')}</span>
      ) : (
        // The press itself is what is asked for: this must come before the button's own keys.
        <span className="key-actions" onKeyDownCapture={hear}>
          <Button
            aria-label={
              listening
                ? t('dialogs:keys.pressFor', { title })
                : t('dialogs:keys.changeOf', { title })
            }
            className="button button-quiet"
            onBlur={() => {
              setListening(false)
            }}
            onPress={() => {
              setListening(true)
              setWanted(null)
            }}
          >
            {listening ? t('dialogs:keys.press') : t('dialogs:keys.change')}
          </Button>
          <StayingButton
            aria-label={
              usual.length === 0
                ? t('dialogs:keys.usualNone', { title })
                : t('dialogs:keys.usualOf', { title, keys: usual.map(keyName).join(', ') })
            }
            className="button button-quiet button-icon"
            isDisabled={!props.isChanged}
            onPress={props.onReset}
          >
            <RotateCcw aria-hidden="true" size={14} strokeWidth={1.75} />
          </StayingButton>
        </span>
      )}
      {wanted === null || owner === null ? null : (
        <div className="key-conflict" role="alert">
          <span>{t('dialogs:keys.belongs', { key: keyName(wanted), title: owner.title })}</span>
          <Button
            className="button"
            onPress={() => {
              take(wanted)
            }}
          >
            {t('dialogs:keys.take')}
          </Button>
          <Button
            className="button button-quiet"
            onPress={() => {
              setWanted(null)
            }}
          >
            {t('dialogs:keys.leave')}
          </Button>
        </div>
      )}
    </li>
  )
}
