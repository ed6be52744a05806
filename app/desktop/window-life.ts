import { app, type BrowserWindow, dialog } from 'electron'

import type { Failure } from '../../shared/result.ts'
import type { CloseGuard } from './close-guard.ts'
import { stateOf, type WindowState } from './window.ts'

/** Holds a window open until nothing waits to be saved; then remembers how it lay. */
export function guardClosing(
  window: BrowserWindow,
  { mayClose }: Pick<CloseGuard, 'mayClose'>,
  remember: (state: WindowState) => void,
): void {
  let allowed = false
  async function closeIfAllowed() {
    // Asked to close twice while it waits, the window closes once.
    if (!(await mayClose()) || allowed) return
    allowed = true
    window.close()
  }
  window.on('close', (event) => {
    if (allowed) {
      remember(stateOf(window))
      return
    }
    event.preventDefault()
    void closeIfAllowed()
  })
}

/** Loads the page again where its process died; the project file has all that was shown as saved. */
export function recoverPage(window: BrowserWindow, log: (text: string) => void): void {
  async function reload() {
    await dialog.showMessageBox(window, {
      type: 'error',
      message: 'The page of Verbatim ended unexpectedly.',
      detail: 'Everything shown as saved is in your project file. The page is loaded again.',
    })
    window.webContents.reload()
  }
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log(`The page ended: ${reason} (${exitCode})`)
    void reload()
  })
}

/** Ends the app when its window has closed, once the project file is closed too. */
export function endWithWindow(close: () => Promise<void>): void {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  async function closeThenQuit() {
    await close()
    closed = true
    app.quit()
  }
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void closeThenQuit()
  })
}

/** Shows a failure with what to do about it. */
export async function showFailure(window: BrowserWindow, { message, remedy }: Failure) {
  await dialog.showMessageBox(window, { type: 'error', message, detail: remedy })
}
