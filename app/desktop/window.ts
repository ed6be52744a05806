import { basename, join } from 'node:path'

import { BrowserWindow, type Rectangle, screen } from 'electron'

import { pageUrl } from './protocol.ts'
import { confineToPage } from './security.ts'
import { boundsOnDisplay, cascaded } from './window-bounds.ts'

export type WindowState = { readonly bounds: Rectangle; readonly maximized: boolean }

const preload = join(import.meta.dirname, '../preload/preload.cjs')

/**
 * Opens a window as the last one was left, on a display that is there and beside the windows that are. It shows itself once
 * the page has painted.
 */
export function openWindow(
  remembered: WindowState | null,
  present: readonly BrowserWindow[],
): BrowserWindow {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  const workAreas = [primary.workArea, ...others.map(({ workArea }) => workArea)] as const
  const bounds = boundsOnDisplay(remembered?.bounds ?? null, [...workAreas])
  const window = new BrowserWindow({
    ...cascaded(
      bounds,
      present.map((other) => other.getNormalBounds()),
      [...workAreas],
    ),
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Verbatim',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // Its dictionaries are downloaded, and nothing here is fetched from anywhere.
      spellcheck: false,
    },
  })
  confineToPage(window.webContents)
  // The window is called by its project, not by its page.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => {
    if (remembered?.maximized === true && present.length === 0) window.maximize()
    window.show()
  })
  void window.loadURL(pageUrl)
  return window
}

/** Calls a window by the project in it, given by its path. */
export function nameWindow(window: BrowserWindow, path: string | null): void {
  window.setTitle(path === null ? 'Verbatim' : `${basename(path, '.verbatim')} – Verbatim`)
  if (process.platform === 'darwin') window.setRepresentedFilename(path ?? '')
}

/** How the window lies now; the bounds are those it has when it is not maximized. */
export function stateOf(
  window: Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized'>,
): WindowState {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
}
