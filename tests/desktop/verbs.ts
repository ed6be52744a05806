import { app, BrowserWindow, Menu, session } from '../../app/desktop/fake-electron/electron.ts'
import { answers, boxes } from '../../app/desktop/fake-electron/fake-dialog.ts'
import type { FakeWindow } from '../../app/desktop/fake-electron/fake-window.ts'
import type { Page } from './page.ts'

/**
 * What a test can do to the running program, from its own process: what a person does, what the system does, and calls of a
 * page. Windows are named by their place.
 */
export function verbsOn(pages: ReadonlyMap<FakeWindow, Page>) {
  function windowAt(at: number): FakeWindow {
    const window = BrowserWindow.all[at]
    if (window === undefined) throw new Error(`There is no window ${at}`)
    return window
  }
  function pageAt(at: number): Page {
    const page = pages.get(windowAt(at))
    if (page === undefined) throw new Error(`Window ${at} has no page`)
    return page
  }

  return {
    state: () => ({
      windows: BrowserWindow.all.map((window) => ({
        title: window.title,
        url: window.url,
        shown: window.shown,
        reloads: window.webContents.reloads,
        isLoaded: pages.get(window)?.isLoaded() === true,
      })),
      focused: BrowserWindow.all.findIndex((window) => window.isFocused()),
      boxes: boxes.map(({ message, detail, buttons }) => ({ message, detail, buttons })),
      switches: app.switches,
      relaunches: app.relaunches,
      isReady: app.isReady(),
      hasUsualMenu: Menu.application !== null,
    }),
    menu: ({ window }: { window: number }) =>
      windowAt(window).menu?.items.map(({ id, label, role, enabled, accelerator }) => ({
        id,
        label,
        role,
        enabled,
        accelerator,
      })),
    choose: ({ window, item }: { window: number; item: string }) =>
      windowAt(window).menu?.choose(item),
    call: ({ window, name, args }: { window: number; name: string; args: unknown }) =>
      pageAt(window).bridge().call(name, args),
    heard: ({ window }: { window: number }) => pageAt(window).heard,
    drop: ({ window, path }: { window: number; path: unknown }) =>
      pageAt(window).bridge().placeOf(path),
    answerDialogs: (given: Partial<typeof answers>) => void Object.assign(answers, given),
    unsaved: ({ window, acts }: { window: number; acts: number | null }) => {
      pageAt(window).unsaved = acts
    },
    close: ({ window }: { window: number }) => {
      windowAt(window).close()
    },
    crash: ({ window }: { window: number }) => {
      windowAt(window).webContents.crash({ reason: 'crashed', exitCode: 139 })
    },
    /** Another process is started with files, or without. */
    secondStart: ({ paths }: { paths: readonly string[] }) => {
      app.emit('second-instance', {}, [], '/', { paths })
    },
    /** The system hands a file over, as macOS does. */
    openFile: ({ path }: { path: string }) => {
      app.emit('open-file', { preventDefault: () => {} }, path)
    },
    quit: () => {
      app.quit()
    },
    goesOut: ({ url }: { url: string }) => session.defaultSession.lets(url),
    /** Something goes wrong that nobody catches. */
    fail: ({ message }: { message: string }) => {
      setImmediate(() => {
        throw new TypeError(message)
      })
    },
  }
}
