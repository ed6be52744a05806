import Conf from 'conf'

import { app } from './fake-app.ts'

/** Stands in for electron-store, which is conf in Electron’s user data folder. */
class FakeStore extends Conf {
  constructor(options: { readonly name: string }) {
    super({ ...options, configName: options.name, cwd: app.userData })
  }
}

// oxlint-disable-next-line import/no-default-export -- electron-store has one
export default FakeStore
