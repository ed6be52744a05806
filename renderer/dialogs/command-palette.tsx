import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'

import { commandGroups } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { commandFinder } from '../commands/command-search.ts'
import { groupName, type Command } from '../commands/command.ts'
import { runCommand } from '../commands/keyboard.ts'
import { useCommands } from '../commands/use-commands.ts'
import { useSession } from '../store/use-session.ts'
import { PaletteGroup } from './palette-group.tsx'

import './command-palette.css'

/** Rows that PageUp and PageDown go by. */
const page = 8

/**
 * Every command, found by typing some of its words; each shows its key, to be learnt in passing. A combo box that is
 * always open (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/), of plain rows: the palette is to be there with the
 * key press, and seventy rows of the library's list take longer than all the rest of it.
 */
export function CommandPalette() {
  const session = useSession()
  const commands = useCommands()
  // What had the keyboard before: commands may act on it.
  const [target] = useState(() => document.activeElement)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const isFound = commandFinder(typed)
  const shown = commandGroups.flatMap((group) =>
    commands.filter(
      (command) =>
        command.group === group &&
        command.id !== 'palette' &&
        command.possible?.(session.store.getState()) !== false &&
        isFound(command),
    ),
  )
  const optionId = (command: Command): string => `${id}-${command.id}`
  const current = shown[Math.min(active, shown.length - 1)]

  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  function close(): void {
    session.store.setState({ dialog: null })
  }

  function choose(command: Command): void {
    close()
    // By then the dialog has given the keyboard back.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        runCommand(session, command, target)
      })
    })
  }

  function press(event: KeyboardEvent): void {
    const last = shown.length - 1
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(active + page, last),
      PageUp: Math.max(active - page, 0),
    }
    const next = steps[event.key]
    if (next !== undefined) setActive(next)
    else if (event.key === 'Enter' && current !== undefined) choose(current)
    else return
    event.preventDefault()
  }

  return (
    <ModalOverlay
      className="modal-overlay palette-overlay"
      isDismissable
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) close()
      }}
    >
      <Modal className="modal palette">
        <Dialog aria-label={t('dialogs:palette.title')} className="palette-dialog">
          <input
            aria-activedescendant={current === undefined ? undefined : optionId(current)}
            aria-autocomplete="list"
            aria-controls={id}
            aria-expanded="true"
            aria-label={t('dialogs:palette.command')}
            autoComplete="off"
            className="palette-input"
            onChange={(event) => {
              setTyped(event.target.value)
              setActive(0)
            }}
            onKeyDown={press}
            placeholder={t('dialogs:palette.placeholder')}
            ref={focusAtOnce}
            role="combobox"
            spellCheck={false}
            type="text"
          />
          <div
            aria-label={t('dialogs:palette.list')}
            className="palette-list"
            id={id}
            ref={list}
            role="listbox"
            tabIndex={-1}
          >
            {commandGroups.map((group) => (
              <PaletteGroup
                commands={shown.filter((command) => command.group === group)}
                current={current}
                key={group}
                name={groupName(group)}
                onChoose={choose}
                onPoint={(command) => {
                  setActive(shown.indexOf(command))
                }}
                optionId={optionId}
              />
            ))}
          </div>
          {shown.length === 0 ? (
            <p className="palette-empty" role="status">
              {t('dialogs:palette.none')}
            </p>
          ) : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Before the dialog gets round to it: what is typed right after the key must not go to the article. */
function focusAtOnce(input: HTMLInputElement | null): void {
  input?.focus()
}
