import type { Handlers, MenuCommand } from '../../shared/contract.ts'
import { setLanguage } from '../../shared/language/translate.ts'
import { type Result, success } from '../../shared/result.ts'
import { about } from '../shell/about.ts'
import { diagnosticLines, diagnosticsText } from '../shell/diagnostics.ts'
import type { SettingsStore } from '../workbench/settings.ts'
import { version } from '../workbench/version.ts'
import type { Workbench } from '../workbench/workbench.ts'
import type { Log } from './log.ts'

export type ProgramCalls = {
  readonly settings: Pick<SettingsStore, 'get'>
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
  readonly figures: Workbench['figures']
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
export function programCalls(options: ProgramCalls): Calls {
  return {
    'app.info': async () =>
      success({ version, shell: 'desktop', systemLanguages: options.systemLanguages() }),
    'app.speak': async ({ language }) => {
      await setLanguage(language)
      options.onSpeak()
      return success(null)
    },
    'app.about': async () => success(await about()),
    'app.diagnostics': async () =>
      success({
        text: diagnosticsText({
          shell: 'desktop',
          settings: options.settings.get(),
          project: options.figures(),
          more: options.surroundings(),
          log: options.log.tail(diagnosticLines),
        }),
      }),
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
