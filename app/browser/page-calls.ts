import type { Handlers } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { programCalls, type ProgramOptions } from '../shell/program-calls.ts'

type Options = ProgramOptions & {
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
export function pageCalls({ settings, figures, logged }: Options): Calls {
  return {
    ...programCalls({
      settings,
      figures,
      logged,
      shell: 'browser',
      systemLanguages: () => null,
      onSpeak: () => {},
      surroundings: () => ({}),
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
