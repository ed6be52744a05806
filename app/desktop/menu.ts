import type { MenuItemConstructorOptions } from 'electron'

import type { MenuCommand } from '../../shared/contract.ts'
import type { English } from '../../shared/language/catalogues/en.ts'
import { t } from '../../shared/language/translate.ts'
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
    { label: t('menu:bar.edit'), submenu: editMenu(options) },
    { label: t('menu:bar.tag'), submenu: apart(of('tag')) },
    { label: t('menu:bar.annotation'), submenu: apart(of('annotation')) },
    { label: t('menu:bar.go'), submenu: apart(of('go')) },
    { label: t('menu:bar.view'), submenu: viewMenu(options) },
    { label: t('menu:bar.document'), submenu: documentMenu(options) },
    windowMenu(mac),
    {
      role: 'help',
      label: t('menu:bar.help'),
      submenu: apart([
        ...of('help'),
        [{ label: t('menu:items.showLog'), click: options.onShowLog }],
      ]),
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
      [itemFor('services')],
      [itemFor('hide'), itemFor('hideOthers'), itemFor('unhide')],
      [itemFor('quit')],
    ]),
  }
}

function fileMenu(options: Options): Item & { submenu: Item[] } {
  const commands = itemsOf('file', options).flat()
  // Without a page, as on macOS once the last window is closed, the shell has a window to offer all the same.
  const opening: Item[] = commands.some(({ id }) => id === 'newWindow')
    ? []
    : [{ label: t('menu:items.newWindow'), click: options.onNewWindow }]
  return {
    label: t('menu:bar.file'),
    submenu: apart([
      [...opening, recentMenu(options)],
      commands,
      [itemFor(options.platform === 'darwin' ? 'close' : 'quit')],
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
    label: t('menu:items.recentProjects'),
    enabled: items.length > 0,
    submenu: apart([items, [{ label: t('menu:items.forgetRecent'), click: onClearRecent }]]),
  }
}

function editMenu(options: Options): Item[] {
  const clipboard = (['cut', 'copy', 'paste', 'selectAll'] as const).map(itemFor)
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
    [itemFor('resetZoom'), itemFor('zoomIn'), itemFor('zoomOut')],
    [itemFor('togglefullscreen')],
    options.isPackaged ? [] : [itemFor('toggleDevTools')],
  ])
}

/** What is for the table of all documents alone stands in a menu of its own. */
function documentMenu(options: Options): Item[] {
  const ofTable = apart(itemsOf('table', options))
  return apart([
    ...itemsOf('document', options),
    ofTable.length === 0 ? [] : [{ label: t('menu:items.table'), submenu: ofTable }],
  ])
}

function windowMenu(mac: boolean): Item & { submenu: Item[] } {
  return {
    role: 'windowMenu',
    label: t('menu:bar.window'),
    submenu: apart([[itemFor('minimize'), itemFor('zoom')], [itemFor(mac ? 'front' : 'close')]]),
  }
}

/** What Electron does by itself, of which it has the names in English alone. */
function itemFor(role: keyof English['menu']['roles']): Item {
  return { role, label: t(`menu:roles.${role}`) }
}

/** Groups of items with a line between them. */
function apart(groups: readonly (readonly Item[])[]): Item[] {
  return groups
    .filter((items) => items.length > 0)
    .flatMap((items, index) => (index === 0 ? items : [separator, ...items]))
}
