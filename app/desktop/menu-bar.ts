import { type BrowserWindow, Menu } from 'electron'

import type { MenuCommand } from '../../shared/contract.ts'
import { menuTemplate } from './menu.ts'

type Options = Pick<
  Parameters<typeof menuTemplate>[0],
  'platform' | 'isPackaged' | 'onNewWindow' | 'onOpenRecent' | 'onClearRecent' | 'onShowLog'
> & {
  readonly recent: () => Parameters<typeof menuTemplate>[0]['recent']
}

type OfWindow = { readonly show: (commands: readonly MenuCommand[]) => void }

export type MenuBar = {
  /** Gives a window a menu of its own. `onCommand` runs a command of its page. */
  readonly addWindow: (window: BrowserWindow, onCommand: (id: string) => void) => OfWindow
  /** Other projects were opened lately than the menus say. */
  readonly refresh: () => void
}

type Shown = {
  readonly commands: readonly MenuCommand[]
  readonly menu: Menu
  readonly onCommand: (id: string) => void
}

/**
 * The menu of each window. On macOS there is one for the whole application: that of the window in front, and one without
 * commands where there is no window.
 */
export function createMenuBar(options: Options): MenuBar {
  const mac = options.platform === 'darwin'
  const shown = new Map<BrowserWindow, Shown>()

  function build(commands: readonly MenuCommand[], onCommand: (id: string) => void): Menu {
    return Menu.buildFromTemplate(
      menuTemplate({ ...options, recent: options.recent(), commands, onCommand }),
    )
  }

  function put(window: BrowserWindow, commands: readonly MenuCommand[], own: Shown['onCommand']) {
    const menu = build(commands, own)
    shown.set(window, { commands, menu, onCommand: own })
    if (!mac) window.setMenu(menu)
    else if (window.isFocused() || shown.size === 1) Menu.setApplicationMenu(menu)
  }

  function showNone() {
    if (mac) Menu.setApplicationMenu(build([], () => {}))
  }

  // On other systems each window brings its own, and Electron's usual menu is none of ours.
  if (mac) showNone()
  else Menu.setApplicationMenu(null)

  return {
    addWindow: (window, onCommand) => {
      put(window, [], onCommand)
      window.on('focus', () => {
        const { menu } = shown.get(window) ?? {}
        if (mac && menu !== undefined) Menu.setApplicationMenu(menu)
      })
      window.once('closed', () => {
        shown.delete(window)
        if (shown.size === 0) showNone()
      })
      return {
        show: (commands) => {
          const present = shown.get(window)
          if (present === undefined) return
          if (!sameItems(present.commands, commands)) {
            put(window, commands, onCommand)
            return
          }
          // A menu made anew would close under the mouse.
          for (const { id, possible } of commands) {
            const item = present.menu.getMenuItemById(id)
            if (item !== null) item.enabled = possible
          }
          shown.set(window, { ...present, commands })
        },
      }
    },
    refresh: () => {
      for (const [window, { commands, onCommand }] of shown) put(window, commands, onCommand)
    },
  }
}

/** Whether two lists look the same but for what is possible. */
function sameItems(one: readonly MenuCommand[], other: readonly MenuCommand[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ id, title, group, key }, index) =>
        id === other[index]?.id &&
        title === other[index].title &&
        group === other[index].group &&
        key === other[index].key,
    )
  )
}
