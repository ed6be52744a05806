import type Conf from 'conf'

import { describeError } from '../workbench/describe-error.ts'
import { parseSettings, type SettingsStore } from '../workbench/settings.ts'

type Stored = Record<string, unknown>

/**
 * The settings in a file that `conf` keeps (electron-store is a kind of it). Where the file cannot be written, the
 * change lasts until the end of this run and the log says so: settings are no reason to stop work.
 */
export function settingsStoreIn(
  conf: Pick<Conf<Stored>, 'store' | 'set'>,
  log: (text: string) => void,
): SettingsStore {
  let unwritten: Stored = {}
  return {
    get: () => parseSettings({ ...conf.store, ...unwritten }),
    set: (change) => {
      const all: Stored = { ...unwritten, ...change }
      try {
        conf.set(all)
        unwritten = {}
      } catch (error) {
        unwritten = all
        log(`The settings could not be written: ${describeError(error)}`)
      }
    },
  }
}
