import { dirname } from 'node:path'

import Conf from 'conf'

import { settingsStoreIn } from '../shell/settings-store.ts'
import type { SettingsStore } from '../workbench/settings.ts'

type PersonalFiles = {
  readonly settings: SettingsStore
  /** The folder for files that belong to the person and not to a project. */
  readonly userDataFolder: string
}

/** The browser shell's settings, in the folder that the system has for them where none is given. */
export function openSettings(log: (text: string) => void, folder?: string): PersonalFiles {
  const conf = new Conf<Record<string, unknown>>({
    projectName: 'verbatim',
    projectSuffix: '',
    ...(folder === undefined ? {} : { cwd: folder }),
    // The desktop shell has its own file in a folder that may be the same.
    configName: 'browser-shell',
    clearInvalidConfig: true,
    accessPropertiesByDotNotation: false,
  })
  return { settings: settingsStoreIn(conf, log), userDataFolder: dirname(conf.path) }
}
