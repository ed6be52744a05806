import { useId } from 'react'

import type { Command } from '../commands/command.ts'
import { ariaKey, keyName } from '../commands/key-names.ts'

/** The commands of one group as options of the palette's list; the keyboard stays in the field above it. */
export function PaletteGroup(props: {
  readonly name: string
  readonly commands: readonly Command[]
  readonly current: Command | undefined
  readonly optionId: (command: Command) => string
  readonly onChoose: (command: Command) => void
  readonly onPoint: (command: Command) => void
}) {
  const headingId = useId()
  if (props.commands.length === 0) return null
  return (
    <div aria-labelledby={headingId} role="group">
      <div className="palette-heading" id={headingId} role="presentation">
        {props.name}
      </div>
      {props.commands.map((command) => (
        <div
          aria-selected={command === props.current}
          className="palette-item"
          data-focused={command === props.current || undefined}
          id={props.optionId(command)}
          key={command.id}
          onPointerUp={() => {
            props.onChoose(command)
          }}
          onMouseMove={() => {
            if (command !== props.current) props.onPoint(command)
          }}
          role="option"
          tabIndex={-1}
        >
          <span>{command.title}</span>
          <span className="palette-keys">
            {command.keys.map((key) => (
              <kbd aria-label={ariaKey(key)} key={key}>
                {keyName(key)}
              </kbd>
            ))}
          </span>
        </div>
      ))}
    </div>
  )
}
