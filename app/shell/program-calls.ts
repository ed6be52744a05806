import type { Handlers } from '../../shared/contract.ts'
import { setLanguage } from '../../shared/language/translate.ts'
import { success } from '../../shared/result.ts'
import type { SettingsStore } from '../workbench/settings.ts'
import { version } from '../workbench/version.ts'
import type { Workbench } from '../workbench/workbench.ts'
import { about } from './about.ts'
import { diagnosticLines, diagnosticsText } from './diagnostics.ts'

export type ProgramOptions = {
  readonly settings: Pick<SettingsStore, 'get'>
  readonly figures: Workbench['figures']
}

type Options = ProgramOptions & {
  readonly shell: 'desktop' | 'browser'
  /** BCP 47 tags, best first; `null` where the page’s own browser says so. */
  readonly systemLanguages: () => readonly string[] | null
  /** The words of the shell are others now. */
  readonly onSpeak: () => void
  /** What the shell adds to the diagnostics, by name. */
  readonly surroundings: () => Readonly<Record<string, string | number>>
  /** The last lines of the log. */
  readonly logged: (lines: number) => readonly string[]
}

type Calls = Handlers<'app.info' | 'app.speak' | 'app.about' | 'app.diagnostics'>

/** What a page asks about the program, whichever shell it is in. */
export function programCalls(options: Options): Calls {
  const { shell } = options
  return {
    'app.info': async () => success({ version, shell, systemLanguages: options.systemLanguages() }),
    'app.speak': async ({ language }) => {
      await setLanguage(language)
      options.onSpeak()
      return success(null)
    },
    'app.about': async () => success(await about()),
    'app.diagnostics': async () =>
      success({
        text: diagnosticsText({
          shell,
          settings: options.settings.get(),
          project: options.figures(),
          more: options.surroundings(),
          log: options.logged(diagnosticLines),
        }),
      }),
  }
}
