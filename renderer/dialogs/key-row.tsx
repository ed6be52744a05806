import { RotateCcw } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { Button } from 'react-aria-components'

import { isReserved } from '../commands/changing-keys.ts'
import type { Command } from '../commands/command.ts'
import { keyName, pressOf } from '../commands/key-names.ts'

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
      <span className="key-title">{command.title}</span>
      <span className="key-presses">
        {command.keys.map((press) => (
          <kbd key={press}>{keyName(press)}</kbd>
        ))}
        {command.keys.length === 0 ? <span className="key-none">no key</span> : null}
      </span>
      {command.id.startsWith('label-') ? (
        <span className="key-none">in the tag set</span>
      ) : (
        // The press itself is what is asked for: this must come before the button's own keys.
        <span className="key-actions" onKeyDownCapture={hear}>
          <Button
            aria-label={`${listening ? 'Press a key… for' : 'Change the key of'} ${command.title}`}
            className="button button-quiet"
            onBlur={() => {
              setListening(false)
            }}
            onPress={() => {
              setListening(true)
              setWanted(null)
            }}
          >
            {listening ? 'Press a key…' : 'Change'}
          </Button>
          <Button
            aria-label={`Usual key of ${command.title}: ${usual.map(keyName).join(', ') || 'none'}`}
            className="button button-quiet button-icon"
            isDisabled={!props.isChanged}
            onPress={props.onReset}
          >
            <RotateCcw aria-hidden="true" size={14} strokeWidth={1.75} />
          </Button>
        </span>
      )}
      {wanted === null || owner === null ? null : (
        <div className="key-conflict" role="alert">
          <span>
            {keyName(wanted)} belongs to “{owner.title}”.
          </span>
          <Button
            className="button"
            onPress={() => {
              take(wanted)
            }}
          >
            Take it
          </Button>
          <Button
            className="button button-quiet"
            onPress={() => {
              setWanted(null)
            }}
          >
            Leave it
          </Button>
        </div>
      )}
    </li>
  )
}
