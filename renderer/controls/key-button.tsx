import type { ReactNode } from 'react'

import { KeyTip, useShortcut } from './key-tip.tsx'
import { StayingButton } from './staying-button.tsx'

/** A button with words on it, and a tip with the key of the command that does the same. */
export function KeyButton(props: {
  /** Id of the command. */
  readonly command: string
  readonly tip: string
  readonly className: string
  readonly disabled?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  const shortcut = useShortcut(props.command)
  return (
    <KeyTip command={props.command} tip={props.tip}>
      <StayingButton
        className={props.className}
        isDisabled={props.disabled ?? false}
        onPress={props.onPress}
        ref={shortcut}
      >
        {props.children}
      </StayingButton>
    </KeyTip>
  )
}
