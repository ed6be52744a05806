import { app, dialog } from 'electron'

import { t } from '../../shared/language/translate.ts'
import { describeError } from '../workbench/describe-error.ts'
import type { Log } from './log.ts'

/** Writes what nobody caught to the log, says so, and ends the program: what it does next cannot be trusted. */
export function endOnUncaught(log: Log): void {
  let ended = false
  function end(error: unknown) {
    // What goes wrong while this is told is told once only.
    if (ended) return
    ended = true
    log.write(`Not caught: ${describeError(error)}`)
    const message = t('menu:uncaught.message')
    const detail = t('menu:uncaught.detail', { path: log.path })
    if (app.isReady()) {
      const answer = dialog.showMessageBoxSync({
        type: 'error',
        buttons: [t('menu:uncaught.startAgain'), t('common:close')],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
        message,
        detail,
      })
      if (answer === 0) app.relaunch()
    } else {
      // The only dialog that there is by then.
      dialog.showErrorBox(message, detail)
    }
    app.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
