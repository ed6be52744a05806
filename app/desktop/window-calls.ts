import type { Handlers, MenuCommand } from '../../shared/contract.ts'
import { type Result, success } from '../../shared/result.ts'
import { programCalls, type ProgramOptions } from '../shell/program-calls.ts'
import type { Log } from './log.ts'

export type WindowCalls = ProgramOptions & {
  readonly log: Pick<Log, 'tail'>
  /** BCP 47 tags, best first. */
  readonly systemLanguages: () => string[]
  /** The words of the shell are others now. */
  readonly onSpeak: () => void
  /** What the desktop adds to the diagnostics, by name. */
  readonly surroundings: () => Readonly<Record<string, string | number>>
  readonly openWindow: () => void
  /** Opens a project in the window that fits. */
  readonly openProject: (path: string) => void
  /** The path behind a ticket of the window that asks. */
  readonly resolve: (ticket: string) => Result<string>
  readonly showMenu: (commands: readonly MenuCommand[]) => void
}

type Calls = Handlers<
  | 'app.info'
  | 'app.speak'
  | 'app.about'
  | 'app.diagnostics'
  | 'menu.show'
  | 'window.open'
  | 'window.openProject'
>

/** What the page of a window asks about the program, its windows and its menu. */
export function windowCalls(options: WindowCalls): Calls {
  return {
    ...programCalls({ ...options, shell: 'desktop', logged: options.log.tail }),
    'menu.show': async ({ commands }) => {
      options.showMenu(commands)
      return success(null)
    },
    'window.open': async () => {
      options.openWindow()
      return success(null)
    },
    'window.openProject': async ({ ticket }) => {
      const path = options.resolve(ticket)
      if (!path.ok) return path
      options.openProject(path.value)
      return success(null)
    },
  }
}
