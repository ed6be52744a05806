import { join } from 'node:path'

import { BrowserWindow, type Rectangle, screen } from 'electron'

import { pageUrl } from './protocol.ts'
import { confineToPage } from './security.ts'
import { boundsOnDisplay } from './window-bounds.ts'

export type WindowState = { readonly bounds: Rectangle; readonly maximized: boolean }

const preload = join(import.meta.dirname, '../preload/preload.cjs')

/** Opens the window as it was left, on a display that is there. It shows itself once the page has painted. */
export function openWindow(remembered: WindowState | null): BrowserWindow {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  const window = new BrowserWindow({
    ...boundsOnDisplay(remembered?.bounds ?? null, [
      primary.workArea,
      ...others.map(({ workArea }) => workArea),
    ]),
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
  window.once('ready-to-show', () => {
    if (remembered?.maximized === true) window.maximize()
    window.show()
  })
  void window.loadURL(pageUrl)
  return window
}

/** How the window lies now; the bounds are those it has when it is not maximized. */
export function stateOf(
  window: Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized'>,
): WindowState {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
}
