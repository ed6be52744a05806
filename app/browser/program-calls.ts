import type { Handlers } from '../../shared/contract.ts'
import { setLanguage, t } from '../../shared/language/translate.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { about } from '../shell/about.ts'
import { diagnosticLines, diagnosticsText } from '../shell/diagnostics.ts'
import type { SettingsStore } from '../workbench/settings.ts'
import { version } from '../workbench/version.ts'
import type { Workbench } from '../workbench/workbench.ts'

type Options = {
  readonly settings: Pick<SettingsStore, 'get'>
  readonly figures: Workbench['figures']
  /** The last lines of the log. */
  readonly logged: (lines: number) => readonly string[]
}

type Calls = Handlers<
  | 'app.info'
  | 'app.speak'
  | 'app.about'
  | 'app.diagnostics'
  | 'menu.show'
  | 'window.open'
  | 'window.openProject'
  | 'window.readyToClose'
>

/** What a page asks about the program; windows and menus are the browser's own. */
export function programCalls({ settings, figures, logged }: Options): Calls {
  return {
    'app.info': async () => success({ version, shell: 'browser', systemLanguages: null }),
    'app.speak': async ({ language }) => {
      await setLanguage(language)
      return success(null)
    },
    'app.about': async () => success(await about()),
    'app.diagnostics': async () =>
      success({
        text: diagnosticsText({
          shell: 'browser',
          settings: settings.get(),
          project: figures(),
          more: {},
          log: logged(diagnosticLines),
        }),
      }),
    'menu.show': async () => success(null),
    'window.open': async () => notHere(),
    'window.openProject': async () => notHere(),
    // A page in a browser saves before it goes by itself; there is no window to hold.
    'window.readyToClose': async () => success(null),
  }
}

function notHere(): Result<never> {
  return failure(
    'notAvailable',
    t('failures:browser.noWindows'),
    t('failures:browser.serveOnceMore'),
  )
}
