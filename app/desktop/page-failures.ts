import { type BrowserWindow, dialog } from 'electron'

type Options = {
  readonly log: (text: string) => void
  /** Closes the window whatever it says. */
  readonly closeAnyway: () => void
}

/**
 * Says when the page of a window has died or does not answer, and loads it again where the person wants that. The project
 * file has all that was shown as saved.
 */
export function watchPage(window: BrowserWindow, { log, closeAnyway }: Options): void {
  const { webContents } = window
  /** Whether the page is ended by us, to be loaded again at once. */
  let ending = false
  let asking: AbortController | null = null

  async function tellGone() {
    // A page may die before its window was ever shown.
    window.show()
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      buttons: ['Load it again', 'Close the window'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      message: 'The page of this window ended unexpectedly.',
      detail: 'Everything shown as saved is in your project file.',
    })
    if (window.isDestroyed()) return
    if (response === 0) webContents.reload()
    else closeAnyway()
  }

  async function tellUnresponsive() {
    const question = new AbortController()
    asking = question
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      buttons: ['Wait', 'Load it again'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      message: 'This window does not answer.',
      detail:
        'It may be busy with something large. Everything shown as saved is in your project file; what it has not saved yet is lost when the page is loaded again.',
      signal: question.signal,
    })
    if (asking === question) asking = null
    if (response !== 1 || question.signal.aborted || window.isDestroyed()) return
    ending = true
    webContents.forcefullyCrashRenderer()
    webContents.reload()
  }

  function takeQuestionAway() {
    asking?.abort()
    asking = null
  }

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    takeQuestionAway()
    if (reason === 'clean-exit') return
    log(`A page ended: ${reason} (${exitCode})`)
    if (ending) ending = false
    else void tellGone()
  })
  webContents.on('unresponsive', () => {
    log('A page does not answer')
    if (asking === null) void tellUnresponsive()
  })
  webContents.on('responsive', () => {
    log('A page answers again')
    takeQuestionAway()
  })
}
