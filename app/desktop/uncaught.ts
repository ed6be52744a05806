import { app, dialog } from 'electron'

import { describeError } from '../workbench/describe-error.ts'
import type { Log } from './log.ts'

const message = 'Verbatim has to close.'
const safe = 'Something unexpected went wrong. Everything shown as saved is in your project files.'

/** Writes what nobody caught to the log, says so, and ends the program: what it does next cannot be trusted. */
export function endOnUncaught(log: Log): void {
  let ended = false
  function end(error: unknown) {
    // What goes wrong while this is told is told once only.
    if (ended) return
    ended = true
    log.write(`Not caught: ${describeError(error)}`)
    const detail = `${safe}\n\nDetails are in ${log.path}`
    if (app.isReady()) {
      const answer = dialog.showMessageBoxSync({
        type: 'error',
        buttons: ['Start again', 'Close'],
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
