import type { ReactNode } from 'react'

import { KeyTip, useShortcut } from './key-tip.tsx'
import { StayingButton } from './staying-button.tsx'

/** A button that shows only a picture: it says its name to assistive tools, and its tip, with its key, to everyone. */
export function IconButton(props: {
  readonly label: string
  readonly tip: string
  /** Id of the command that does the same: its key, as it is now, stands behind the tip. */
  readonly command?: string
  readonly disabled?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  const { command = null } = props
  const shortcut = useShortcut(command)
  return (
    <KeyTip command={command} tip={props.tip}>
      <StayingButton
        aria-label={props.label}
        className="button button-quiet button-icon"
        isDisabled={props.disabled ?? false}
        onPress={props.onPress}
        ref={shortcut}
      >
        {props.children}
      </StayingButton>
    </KeyTip>
  )
}
