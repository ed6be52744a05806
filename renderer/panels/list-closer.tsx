import { useContext, useEffect, useRef } from 'react'
import { ComboBoxStateContext } from 'react-aria-components'

/**
 * Within a combo box that keeps no choice of its own: closes the list after each choice, and where the page wrote into the
 * field, which would open it as typing does. A list opened by an arrow key stays.
 */
export function ListCloser({
  choices,
  isWritten,
}: {
  /** How many choices were made. */
  readonly choices: number
  /** What stands in the field was not typed. */
  readonly isWritten: boolean
}) {
  const state = useContext(ComboBoxStateContext)
  const seen = useRef(choices)
  useEffect(() => {
    const isChosen = seen.current !== choices
    seen.current = choices
    if (state?.isOpen === true && (isChosen || (isWritten && state.focusStrategy === null))) {
      state.close()
    }
  })
  return null
}
