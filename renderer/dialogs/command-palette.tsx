import { useId, useState } from 'react'
import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  ListLayout,
  Modal,
  ModalOverlay,
  Dialog,
  SearchField,
  useFilter,
  Virtualizer,
} from 'react-aria-components'

import { commandGroups, type Command } from '../commands/command.ts'
import { ariaKey, keyName } from '../commands/key-names.ts'
import { runCommand } from '../commands/keyboard.ts'
import { useCommands } from '../commands/use-commands.ts'
import { useSession } from '../store/use-session.ts'

import './command-palette.css'

/** Every command, found by typing some of its words; each shows its key, to be learnt in passing. */
export function CommandPalette() {
  const session = useSession()
  const commands = useCommands()
  // What had the keyboard before: commands may act on it.
  const [target] = useState(() => document.activeElement)
  const listId = useId()
  const { contains } = useFilter({ sensitivity: 'base' })
  const possible = commands.filter(
    (command) => command.id !== 'palette' && command.possible?.(session.store.getState()) !== false,
  )

  function choose(id: unknown): void {
    const command = commands.find((one) => one.id === id)
    session.store.setState({ dialog: null })
    if (command === undefined) return
    // By then the dialog has given the keyboard back.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        runCommand(session, command, target)
      })
    })
  }

  return (
    <ModalOverlay
      className="modal-overlay palette-overlay"
      isDismissable
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) session.store.setState({ dialog: null })
      }}
    >
      <Modal className="modal palette">
        <Dialog aria-label="All commands" className="palette-dialog">
          <Autocomplete
            filter={(text, typed) => typed.split(/\s+/u).every((word) => contains(text, word))}
          >
            <SearchField aria-label="Command" className="palette-search">
              {/* The arrows go through the list while the field keeps the keyboard: a combo box, always open. */}
              <Input
                aria-controls={listId}
                aria-expanded="true"
                className="palette-input"
                placeholder="Type a command"
                ref={focusAtOnce}
                role="combobox"
              />
            </SearchField>
            <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 30, headingHeight: 28 }}>
              <ListBox
                aria-label="Commands"
                className="palette-list"
                id={listId}
                onAction={choose}
                renderEmptyState={() => (
                  <p className="palette-empty">No command has these words.</p>
                )}
              >
                {commandGroups.map((group) => (
                  <Group
                    commands={possible.filter((command) => command.group === group)}
                    key={group}
                    name={group}
                  />
                ))}
              </ListBox>
            </Virtualizer>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Before the dialog gets round to it: what is typed right after the key must not go to the article. */
function focusAtOnce(input: HTMLInputElement | null): void {
  input?.focus()
}

function Group({
  name,
  commands,
}: {
  readonly name: string
  readonly commands: readonly Command[]
}) {
  if (commands.length === 0) return null
  return (
    <ListBoxSection id={name}>
      <Header className="palette-heading">{name}</Header>
      {commands.map((command) => (
        <ListBoxItem
          className="palette-item"
          id={command.id}
          key={command.id}
          textValue={`${command.title} ${name}`}
        >
          <span>{command.title}</span>
          <span className="palette-keys">
            {command.keys.map((press) => (
              <kbd aria-label={ariaKey(press)} key={press}>
                {keyName(press)}
              </kbd>
            ))}
          </span>
        </ListBoxItem>
      ))}
    </ListBoxSection>
  )
}
