import { app, type BrowserWindow } from 'electron'

import type { CloseGuard, Closing } from './close-guard.ts'
import { stateOf, type WindowState } from './window.ts'

type GuardedWindow = {
  /** Asks, and closes the window where nothing is against it. */
  readonly close: () => void
  /** Closes the window without asking any more. */
  readonly closeAnyway: () => void
}

/** Holds a window open until nothing waits to be saved; then remembers how it lay. */
export function guardClosing(
  window: BrowserWindow,
  { ask }: Pick<CloseGuard, 'ask'>,
  remember: (state: WindowState) => void,
): GuardedWindow {
  let allowed = false

  function closeAnyway() {
    // Asked to close twice while it waits, the window closes once.
    if (allowed || window.isDestroyed()) return
    allowed = true
    window.close()
  }

  async function closeIfAllowed() {
    if ((await ask()) !== 'stay') closeAnyway()
  }

  window.on('close', (event) => {
    if (allowed) {
      remember(stateOf(window))
      return
    }
    event.preventDefault()
    void closeIfAllowed()
  })
  return { close: () => window.close(), closeAnyway }
}

type ClosingWindow = GuardedWindow & Pick<CloseGuard, 'ask'>

type Options = {
  readonly windows: () => readonly ClosingWindow[]
  /** Resolves when the projects of all closed windows are closed, each to a single file. */
  readonly settled: () => Promise<void>
  /** Whether the program goes on without windows, as is usual on macOS. */
  readonly staysOpen: boolean
}

/**
 * Ends the program once its windows are closed and their projects too. Asked to quit, it asks window after window: where
 * somebody wants to stay in one, all stay.
 */
export function endInOrder({ windows, settled, staysOpen }: Options): void {
  let asking = false
  let quitting = false
  let ended = false

  async function quit() {
    asking = true
    const answers = new Map<ClosingWindow, Closing>()
    for (const window of windows()) {
      const closing = await window.ask()
      if (closing === 'stay') break
      answers.set(window, closing)
    }
    asking = false
    if (answers.size < windows().length) return
    quitting = true
    for (const [window, closing] of answers) {
      // Somebody may have gone on in one while another was asked about; that it may close whatever it says is settled.
      if (closing === 'anyway') window.closeAnyway()
      else window.close()
    }
  }

  async function end() {
    await settled()
    ended = true
    app.quit()
  }

  app.on('before-quit', (event) => {
    if (windows().length === 0) return
    event.preventDefault()
    if (!asking) void quit()
  })
  app.on('window-all-closed', () => {
    if (quitting || !staysOpen) app.quit()
  })
  app.on('will-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void end()
  })
}
