import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'

import { ariaKey, keyName } from '../commands/key-names.ts'
import { useKeyOf } from '../commands/use-commands.ts'

/** What a button does, behind it the key of the command that does the same, as it is now: seen as a tip, and told. */
export function KeyTip(props: {
  readonly tip: string
  /** Id of the command; `null` where none does the same. */
  readonly command: string | null
  readonly children: ReactElement
}) {
  const key = useKeyOf(props.command)
  return (
    <TooltipTrigger delay={600}>
      {props.children}
      <Tooltip className="tooltip" offset={6}>
        {props.tip}
        {key === null ? null : ` (${keyName(key)})`}
      </Tooltip>
    </TooltipTrigger>
  )
}

/** Gives a button, as its `ref`, the key of a command to be told by. The components pass no such attribute on. */
export function useShortcut(command: string | null): (element: HTMLElement | null) => void {
  const key = useKeyOf(command)
  return (element) => {
    if (key === null) element?.removeAttribute('aria-keyshortcuts')
    else element?.setAttribute('aria-keyshortcuts', ariaKey(key))
  }
}
