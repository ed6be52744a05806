import type { ReactNode } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'

/** A button that shows only a picture: it says its name to assistive tools, and its tip, with its key, to everyone. */
export function IconButton(props: {
  readonly label: string
  readonly tip: string
  readonly disabled?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  return (
    <TooltipTrigger delay={600}>
      <Button
        aria-label={props.label}
        className="button button-quiet button-icon"
        isDisabled={props.disabled ?? false}
        onPress={props.onPress}
      >
        {props.children}
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {props.tip}
      </Tooltip>
    </TooltipTrigger>
  )
}
