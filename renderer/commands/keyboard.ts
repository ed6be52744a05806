import { tinykeys } from 'tinykeys'

import { t } from '../../shared/language/translate.ts'
import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'
import { commandsOf } from './commands.ts'
import { isForView } from './covering.ts'

/** Listens to the keys of the commands on the whole window. Returns a function that stops it. */
export function listenToKeys(session: Session): () => void {
  const { store } = session
  let stop = bind(session)
  const unsubscribe = store.subscribe((state, previous) => {
    const same =
      state.language === previous.language &&
      state.project?.labels === previous.project?.labels &&
      state.project?.relationTypes === previous.project?.relationTypes &&
      state.preferences?.keys === previous.preferences?.keys
    if (same) return
    stop()
    stop = bind(session)
  })
  return () => {
    unsubscribe()
    stop()
  }
}

/** Does what a command does, where that is possible now. `target` is the element that had the keyboard. */
export function runCommand(session: Session, command: Command, target: Element | null): void {
  session.article()?.syncSelection()
  if (command.possible?.(session.store.getState()) === false) {
    session.announce(t('commands:keyboard.notPossible', { command: command.title }))
    return
  }
  command.run(session, target)
}

function bind(session: Session): () => void {
  const presses = commandsOf(session.store.getState()).flatMap((command) =>
    command.keys.map((press) => ({ press, command })),
  )
  // One key may do one thing on the desk and another in what covers it.
  const bindings = Array.from(
    Map.groupBy(presses, ({ press }) => press),
    ([press, sharing]) => [
      press,
      (event: KeyboardEvent) => {
        const state = session.store.getState()
        const meant = sharing.find(({ command }) => isForView(command, state))?.command
        if (meant === undefined || !isFor(event, meant)) return
        event.preventDefault()
        runCommand(session, meant, event.target instanceof Element ? event.target : null)
      },
    ],
  )
  return tinykeys(window, Object.fromEntries(bindings), {
    // Before Lexical, which takes undo and redo for its own.
    capture: true,
    ignore: () => false,
  })
}

/**
 * Whether a key press is a command's. Plain letters are the text field's own where one has the keyboard, and so is its
 * undo; dialogs, menus and open lists of choices keep their keys to themselves.
 */
function isFor(event: KeyboardEvent, { scope }: Command): boolean {
  const target = event.target
  if (event.isComposing || !isElement(target)) return false
  if (target.closest('[role="dialog"], [role="menu"]') !== null) return false
  if (target.getAttribute('aria-expanded') === 'true' && target.matches('input')) return false
  // A field that holds words not yet taken: Escape gives them up first.
  if (event.key === 'Escape' && target.dataset['takesEscape'] !== undefined) return false
  if (target.matches('select')) return scope === 'always' || !isOfChoice(event)
  if (target.matches('input:not([type="radio"], [type="checkbox"]), textarea')) {
    return scope === 'always'
  }
  return scope !== 'article' || target.closest('[role="radiogroup"], [role="grid"]') === null
}

/** A list of choices finds its words by letters and is opened by Alt and an arrow; all else is no key of its own. */
function isOfChoice({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return false
  return !altKey || key === 'ArrowUp' || key === 'ArrowDown'
}

/** Marks of a plot can have the keyboard, too. */
function isElement(target: EventTarget | null): target is HTMLElement | SVGElement {
  return target instanceof HTMLElement || target instanceof SVGElement
}
