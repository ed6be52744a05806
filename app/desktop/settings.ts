import Store from 'electron-store'

import { settingsStoreIn } from '../shell/settings-store.ts'
import type { SettingsStore } from '../workbench/settings.ts'

/** The desktop shell's settings, in its user data folder. */
export function openSettings(log: (text: string) => void): SettingsStore {
  const store = new Store<Record<string, unknown>>({
    name: 'desktop-shell',
    clearInvalidConfig: true,
    accessPropertiesByDotNotation: false,
  })
  return settingsStoreIn(store, log)
}
