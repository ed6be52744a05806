import { useState, type Ref } from 'react'
import { Button, type ButtonProps } from 'react-aria-components'

/**
 * A button that a press of its own may make impossible, as the last Undo does. While it has the keyboard it stays where it is, says
 * that it is not possible and does nothing, since a browser takes the keyboard from what is disabled and gives it to nobody.
 */
export function StayingButton({
  isDisabled = false,
  ...props
}: ButtonProps & { readonly ref?: Ref<HTMLButtonElement> }) {
  const [hasKeyboard, setHasKeyboard] = useState(false)
  return (
    <Button
      {...props}
      // A window that is left keeps its place.
      onBlur={({ target }) => {
        setHasKeyboard(document.activeElement === target)
      }}
      onFocus={() => {
        setHasKeyboard(true)
      }}
      {...(isDisabled && hasKeyboard ? kept : { isDisabled })}
    />
  )
}

/** Neither pressed nor, in a form, what Enter or a click sends it with. */
const kept = { 'aria-disabled': true, onPress: () => {}, type: 'button' } as const
