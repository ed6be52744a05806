import type { MenuCommand } from '../../shared/contract.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import type { Command } from './command.ts'
import { commandsOf } from './commands.ts'
import { runCommand } from './keyboard.ts'

/** How long after a change the menu is told, in ms: nobody opens one sooner, and a caret moves more often. */
const pause = 250

/** Text fields have an undo of their own, which systems reach by the menu; so the page decides when that is chosen. */
const ofTextFieldsToo: ReadonlySet<string> = new Set(['undo', 'redo'])

/** Tells the desktop shell the commands for its menu, whenever another one is there, has another key or is possible. */
export function followMenu(session: Session): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let told = ''

  function tell(): void {
    timer = undefined
    const commands = menuCommands(commandsOf(session.store.getState()), session.store.getState())
    const telling = JSON.stringify(commands)
    if (telling === told) return
    told = telling
    void session.bridge.call('menu.show', { commands })
  }

  session.store.subscribe(({ info }) => {
    if (info?.shell === 'desktop') timer ??= setTimeout(tell, pause)
  })
}

/** Runs a command that was chosen in the menu, as the palette does. What a dialog covers is not acted on. */
export function runFromMenu(session: Session, id: string): void {
  const state = session.store.getState()
  const target = document.activeElement
  if (ofTextFieldsToo.has(id) && target?.matches('input, textarea') === true) {
    document.execCommand(id)
    return
  }
  const command = commandsOf(state).find((one) => one.id === id)
  if (command !== undefined && state.dialog === null) runCommand(session, command, target)
}

/** The commands as a menu shows them; none but undo and redo is possible behind a dialog. */
export function menuCommands(
  commands: readonly Command[],
  state: WorkbenchState,
): readonly MenuCommand[] {
  return commands.map(({ id, title, group, keys, possible }) => ({
    id,
    title,
    group,
    key: keys[0] ?? null,
    possible: ofTextFieldsToo.has(id) || (state.dialog === null && (possible?.(state) ?? true)),
  }))
}
