import { tinykeys } from 'tinykeys'

import { t } from '../../shared/language/translate.ts'
import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'
import { commandsOf } from './commands.ts'
import { uncover } from './covering.ts'

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
  // What is done to an article or a list is done in sight of it.
  if (!beside.has(command.group) && isInTheWay(session, command)) uncover(session)
  command.run(session, target)
}

/** Groups of commands that leave what covers the desk where it is, or see to it themselves. */
const beside: ReadonlySet<Command['group']> = new Set(['goTo', 'show', 'project'])

/** Whether something covers what a command is about. The table of all documents takes only commands of its own. */
function isInTheWay(session: Session, { overSearch = false }: Command): boolean {
  const { numbers, search } = session.store.getState()
  return numbers !== null || (search.open && !overSearch)
}

function bind(session: Session): () => void {
  const bindings = commandsOf(session.store.getState()).flatMap((command) =>
    command.keys.map((key) => [
      key,
      (event: KeyboardEvent) => {
        if (!isFor(event, command)) return
        // The article is covered: nothing is done to it unseen.
        if (command.scope === 'article' && session.store.getState().numbers !== null) return
        event.preventDefault()
        runCommand(session, command, event.target instanceof Element ? event.target : null)
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
 * undo; dialogs, menus and open lists of choices keep their keys to themselves.
 */
function isFor(event: KeyboardEvent, { scope, overSearch = false }: Command): boolean {
  const target = event.target
  if (event.isComposing || !isElement(target)) return false
  if (target.closest('[role="dialog"], [role="menu"]') !== null) return false
  if (target.getAttribute('aria-expanded') === 'true' && target.matches('input')) return false
  // A field that holds words not yet taken: Escape gives them up first.
  if (event.key === 'Escape' && target.dataset['takesEscape'] !== undefined) return false
  if (target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select')) {
    return scope === 'always'
  }
  // What is below the results is not seen.
  if (target.closest('[data-region="search"]') !== null && !overSearch) return scope === 'always'
  return scope !== 'article' || target.closest('[role="radiogroup"], [role="grid"]') === null
}

/** Marks of a plot can have the keyboard, too. */
function isElement(target: EventTarget | null): target is HTMLElement | SVGElement {
  return target instanceof HTMLElement || target instanceof SVGElement
}
