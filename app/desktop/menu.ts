import type { MenuItemConstructorOptions } from 'electron'

import type { EventValue } from '../../shared/contract.ts'

type Command = EventValue<'menu'>['command']

type Options = {
  readonly platform: NodeJS.Platform
  /** Adds the items that developers need. */
  readonly isPackaged: boolean
  readonly recent: readonly { readonly name: string; readonly path: string }[]
  readonly onCommand: (command: Command) => void
  readonly onOpenRecent: (path: string) => void
  readonly onShowLog: () => void
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

/** The application menu. */
export function menuTemplate(options: Options): MenuItemConstructorOptions[] {
  const mac = options.platform === 'darwin'
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: fileMenu(options) },
    { label: '&Edit', submenu: editMenu(options) },
    { label: '&View', submenu: viewMenu(options) },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { label: 'Show Log File', click: options.onShowLog },
        ...(mac ? [] : [separator, { role: 'about' } as const]),
      ],
    },
  ]
}

function fileMenu(options: Options): MenuItemConstructorOptions[] {
  const command = commands(options)
  const recent = options.recent.map(({ name, path }) => ({
    label: name,
    toolTip: path,
    click: () => options.onOpenRecent(path),
  }))
  return [
    command('New Project…', 'newProject', 'CmdOrCtrl+N'),
    command('Open Project…', 'openProject', 'CmdOrCtrl+O'),
    { label: 'Open Recent', enabled: recent.length > 0, submenu: recent },
    command('Close Project', 'closeProject', 'CmdOrCtrl+Shift+W'),
    separator,
    command('Import…', 'import', 'CmdOrCtrl+I'),
    command('Export…', 'export', 'CmdOrCtrl+E'),
    separator,
    { role: options.platform === 'darwin' ? 'close' : 'quit' },
  ]
}

function editMenu(options: Options): MenuItemConstructorOptions[] {
  const command = commands(options)
  const redoKeys = options.platform === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z'
  return [
    // The page handles these keys itself, in a text field as text and elsewhere as the project's journal.
    { ...command('Undo', 'undo', 'CmdOrCtrl+Z'), registerAccelerator: false },
    { ...command('Redo', 'redo', redoKeys), registerAccelerator: false },
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ]
}

function viewMenu({ isPackaged }: Options): MenuItemConstructorOptions[] {
  return [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    separator,
    { role: 'togglefullscreen' },
    ...(isPackaged ? [] : [separator, { role: 'toggleDevTools' } as const]),
  ]
}

function commands({ onCommand }: Options) {
  return (label: string, command: Command, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => onCommand(command),
  })
}
