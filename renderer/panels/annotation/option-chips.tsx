import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

/**
 * Options side by side. Arrow keys move among them, Space or Enter chooses one; choosing it again takes the answer away.
 */
export function OptionChips(props: {
  readonly labelId: string
  readonly options: readonly string[]
  readonly chosen: readonly string[]
  readonly several: boolean
  readonly disabled: boolean
  /** Go to the option that the keyboard comes to first. */
  readonly marks: Readonly<Record<`data-${string}`, true>>
  /** Gets what is chosen now, in the order of the options. */
  readonly onChoose: (options: readonly string[]) => void
}) {
  const entry = props.chosen[0] ?? props.options[0]
  return (
    <ToggleButtonGroup
      aria-labelledby={props.labelId}
      className="option-chips"
      isDisabled={props.disabled}
      onSelectionChange={(keys) => {
        props.onChoose(props.options.filter((option) => keys.has(option)))
      }}
      selectedKeys={props.chosen}
      selectionMode={props.several ? 'multiple' : 'single'}
    >
      {props.options.map((option) => (
        <ToggleButton
          className="choice"
          id={option}
          key={option}
          {...(option === entry ? props.marks : {})}
        >
          {option}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
