import type { MenuItemConstructorOptions } from 'electron'

import type { MenuCommand } from '../../shared/contract.ts'
import { itemsOf, literal } from './menu-items.ts'

type Item = MenuItemConstructorOptions

type Options = {
  readonly platform: NodeJS.Platform
  /** Leaves out what only developers need. */
  readonly isPackaged: boolean
  /** The commands of the page that the menu belongs to, in its order. */
  readonly commands: readonly MenuCommand[]
  readonly recent: readonly { readonly name: string; readonly path: string }[]
  /** Runs a command of the page. */
  readonly onCommand: (id: string) => void
  readonly onNewWindow: () => void
  readonly onOpenRecent: (path: string) => void
  readonly onClearRecent: () => void
  readonly onShowLog: () => void
}

const separator: Item = { type: 'separator' }

/**
 * The menu of a window: every command of its page with its key, and what only the shell can do. There are no mnemonics:
 * Alt and a letter are keys of commands.
 */
export function menuTemplate(options: Options): Item[] {
  const mac = options.platform === 'darwin'
  const of = (menu: Parameters<typeof itemsOf>[0]) => itemsOf(menu, options)
  const menus: (Item & { readonly submenu?: Item[] })[] = [
    ...(mac ? [applicationMenu(options)] : []),
    fileMenu(options),
    { label: 'Edit', submenu: editMenu(options) },
    { label: 'Tag', submenu: apart(of('tag')) },
    { label: 'Annotation', submenu: apart(of('annotation')) },
    { label: 'Go', submenu: apart(of('go')) },
    { label: 'View', submenu: viewMenu(options) },
    { label: 'Document', submenu: apart(of('document')) },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: apart([...of('help'), [{ label: 'Show the log file', click: options.onShowLog }]]),
    },
  ]
  // A menu without items cannot be opened; it comes with the page's commands.
  return menus.filter(({ submenu }) => submenu === undefined || submenu.length > 0)
}

function applicationMenu(options: Options): Item & { submenu: Item[] } {
  return {
    label: 'Verbatim',
    submenu: apart([
      ...itemsOf('application', options),
      [{ role: 'services' }],
      [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }],
      [{ role: 'quit' }],
    ]),
  }
}

function fileMenu(options: Options): Item & { submenu: Item[] } {
  const commands = itemsOf('file', options).flat()
  // Without a page, as on macOS once the last window is closed, the shell has a window to offer all the same.
  const opening: Item[] = commands.some(({ id }) => id === 'newWindow')
    ? []
    : [{ label: 'New window', click: options.onNewWindow }]
  return {
    label: 'File',
    submenu: apart([
      [...opening, recentMenu(options)],
      commands,
      [{ role: options.platform === 'darwin' ? 'close' : 'quit' }],
    ]),
  }
}

function recentMenu({ recent, onOpenRecent, onClearRecent }: Options): Item {
  const items: Item[] = recent.map(({ name, path }) => ({
    label: literal(name),
    toolTip: path,
    click: () => onOpenRecent(path),
  }))
  return {
    label: 'Recent projects',
    enabled: items.length > 0,
    submenu: apart([items, [{ label: 'Forget them all', click: onClearRecent }]]),
  }
}

function editMenu(options: Options): Item[] {
  const clipboard: Item[] = [
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ]
  const groups = itemsOf('edit', options)
  const isHistory = (items: readonly Item[]) => items.some(({ id }) => id === 'undo')
  return apart([
    ...groups.filter(isHistory),
    clipboard,
    ...groups.filter((items) => !isHistory(items)),
  ])
}

function viewMenu(options: Options): Item[] {
  return apart([
    ...itemsOf('view', options),
    [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }],
    [{ role: 'togglefullscreen' }],
    options.isPackaged ? [] : [{ role: 'toggleDevTools' }],
  ])
}

/** Groups of items with a line between them. */
function apart(groups: readonly (readonly Item[])[]): Item[] {
  return groups
    .filter((items) => items.length > 0)
    .flatMap((items, index) => (index === 0 ? items : [separator, ...items]))
}
