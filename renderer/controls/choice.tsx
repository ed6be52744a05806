import type { ReactNode } from 'react'

import './choice.css'

/** One of several, as the system itself lets people choose: it opens, types ahead and speaks as they are used to. */
export function Choice(props: {
  readonly label: string
  /** Where the label stands; `hidden` says it to assistive tools alone. */
  readonly labelled?: 'above' | 'before' | 'hidden'
  readonly value: string
  readonly onChange: (value: string) => void
  readonly disabled?: boolean
  /** `option` elements. */
  readonly children: ReactNode
}) {
  const { labelled = 'above' } = props
  return (
    <label className={labelled === 'above' ? 'choice-field choice-above' : 'choice-field'}>
      <span className={labelled === 'hidden' ? 'visually-hidden' : undefined}>{props.label}</span>
      <select
        className="select"
        disabled={props.disabled}
        onChange={(event) => {
          props.onChange(event.target.value)
        }}
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
