import type { ReactNode } from 'react'

import { ariaKey, keyName } from '../commands/key-names.ts'
import { useKeyOf } from '../commands/use-commands.ts'

import './choice.css'

/** One of several, as the system itself lets people choose: it opens, types ahead and speaks as they are used to. */
export function Choice(props: {
  readonly label: string
  /** Where the label stands; `hidden` says it to assistive tools alone. */
  readonly labelled?: 'above' | 'before' | 'hidden'
  readonly value: string
  readonly onChange: (value: string) => void
  readonly disabled?: boolean
  /** Id of the command that leads to it: its key, as it is now, is its tip. */
  readonly command?: string
  /** `option` elements. */
  readonly children: ReactNode
}) {
  const { labelled = 'above', command } = props
  const key = useKeyOf(command ?? null)
  return (
    <label className={labelled === 'above' ? 'choice-field choice-above' : 'choice-field'}>
      <span className={labelled === 'hidden' ? 'visually-hidden' : undefined}>{props.label}</span>
      <select
        aria-keyshortcuts={key === null ? undefined : ariaKey(key)}
        className="select"
        data-command={command}
        disabled={props.disabled}
        onChange={(event) => {
          props.onChange(event.target.value)
        }}
        title={key === null ? undefined : `${props.label} (${keyName(key)})`}
        value={props.value}
      >
        {props.children}
      </select>
    </label>
  )
}

/** An option for each of several things, by name. */
export function NamedOptions({
  things,
}: {
  readonly things: readonly { readonly id: string; readonly name: string }[]
}) {
  return things.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
}
