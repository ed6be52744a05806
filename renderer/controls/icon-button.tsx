import type { ReactNode } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'

import { ariaKey, keyName } from '../commands/key-names.ts'
import { useKeyOf } from '../commands/use-commands.ts'

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
  const key = useKeyOf(props.command ?? null)
  return (
    <TooltipTrigger delay={600}>
      <Button
        aria-label={props.label}
        className="button button-quiet button-icon"
        isDisabled={props.disabled ?? false}
        onPress={props.onPress}
        ref={(element) => {
          // The component passes no other ARIA attributes on.
          if (key === null) element?.removeAttribute('aria-keyshortcuts')
          else element?.setAttribute('aria-keyshortcuts', ariaKey(key))
        }}
      >
        {props.children}
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {props.tip}
        {key === null ? null : ` (${keyName(key)})`}
      </Tooltip>
    </TooltipTrigger>
  )
}
