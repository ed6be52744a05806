import './check.css'

/** A yes or no with its name beside it. */
export function Check(props: {
  readonly name: string
  readonly isOn: boolean
  readonly disabled: boolean
  readonly onChange: (isOn: boolean) => void
}) {
  return (
    <label className="check">
      <input
        checked={props.isOn}
        disabled={props.disabled}
        onChange={(event) => {
          props.onChange(event.target.checked)
        }}
        type="checkbox"
      />
      {props.name}
    </label>
  )
}
