import { app, dialog } from 'electron'

import { describeError } from './log.ts'

/** Writes what nobody caught to the log, shows it, and ends the app: what it does next cannot be trusted. */
export function endOnUncaught(log: (text: string) => void, logPath: string): void {
  function end(error: unknown) {
    log(describeError(error))
    dialog.showErrorBox(
      'Verbatim has to close',
      `Something unexpected went wrong. Everything shown as saved is in your project file.\n\n${
        error instanceof Error ? error.message : String(error)
      }\n\nDetails are in ${logPath}`,
    )
    app.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
