import { tinykeys } from 'tinykeys'

import type { Session } from '../store/session.ts'
import { commandsFor } from './commands.ts'

/** Listens to the keys of the commands on the whole window. Returns a function that stops it. */
export function listenToKeys(session: Session): () => void {
  let labels = session.store.getState().project?.labels
  let stop = bind(session)
  const unsubscribe = session.store.subscribe(({ project }) => {
    if (project?.labels === labels) return
    labels = project?.labels
    stop()
    stop = bind(session)
  })
  return () => {
    unsubscribe()
    stop()
  }
}

function bind(session: Session): () => void {
  const commands = commandsFor(session.store.getState().project?.labels ?? [])
  const bindings = commands.flatMap((command) =>
    command.keys.map((key) => [
      key,
      (event: KeyboardEvent) => {
        if (!isFor(event, command.everywhere)) return
        event.preventDefault()
        session.article()?.syncSelection()
        command.run(session, event.target instanceof Element ? event.target : null)
      },
    ]),
  )
  return tinykeys(window, Object.fromEntries(bindings), {
    // Before Lexical, which takes undo and redo for its own.
    capture: true,
    ignore: () => false,
  })
}

/**
 * Whether a key press is a command's. Plain letters are the text field's own where one has the keyboard, and so is its
 * undo; dialogs, menus and lists keep their keys to themselves.
 */
function isFor(event: KeyboardEvent, everywhere: boolean): boolean {
  const target = event.target
  if (event.isComposing || !(target instanceof HTMLElement)) return false
  if (target.closest('[role="dialog"], [role="menu"]') !== null) return false
  if (target.matches('input:not([type="radio"]), textarea, select')) return event.key === 'Escape'
  return everywhere || target.closest('[role="radiogroup"]') === null
}
