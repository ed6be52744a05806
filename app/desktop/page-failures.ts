import { type BrowserWindow, dialog } from 'electron'

import { t } from '../../shared/language/translate.ts'

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
      buttons: [t('menu:page.loadAgain'), t('menu:page.closeWindow')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      message: t('menu:page.gone'),
      detail: t('menu:page.safe'),
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
      buttons: [t('menu:page.wait'), t('menu:page.loadAgain')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      message: t('menu:page.unresponsive'),
      detail: t('menu:page.busy'),
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
