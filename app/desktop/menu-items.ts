import type { MenuItemConstructorOptions } from 'electron'

import type { CommandGroup, MenuCommand } from '../../shared/contract.ts'
import { graphemeFloor } from '../../shared/text/grapheme.ts'
import { acceleratorOf } from './accelerator.ts'

/** Menus that commands of the page stand in; the application's own is there on macOS only. */
type PageMenu =
  | 'application'
  | 'file'
  | 'edit'
  | 'tag'
  | 'annotation'
  | 'go'
  | 'view'
  | 'document'
  | 'table'
  | 'help'

const menuOfGroup: Readonly<Record<CommandGroup, PageMenu>> = {
  tag: 'tag',
  select: 'tag',
  annotation: 'annotation',
  relation: 'annotation',
  review: 'annotation',
  goTo: 'go',
  find: 'edit',
  show: 'view',
  list: 'view',
  document: 'document',
  table: 'table',
  project: 'file',
}

/** Commands that people look for elsewhere than beside the others of their group. */
const menuOfCommand: Readonly<Record<string, PageMenu>> = {
  undo: 'edit',
  redo: 'edit',
  goBackInHistory: 'edit',
  keys: 'help',
  copyDiagnostics: 'help',
  about: 'help',
}
const menuOfCommandOnMac: Readonly<Record<string, PageMenu>> = {
  about: 'application',
  preferences: 'application',
}

/** UTF-16 code units of an item: names of labels may be of any length. */
const longestLabel = 80

type Options = {
  readonly platform: NodeJS.Platform
  readonly commands: readonly MenuCommand[]
  readonly onCommand: (id: string) => void
}

/** The commands that stand in a menu, those of each group behind a line. */
export function itemsOf(
  menu: PageMenu,
  options: Options,
): readonly (readonly MenuItemConstructorOptions[])[] {
  const { platform, commands } = options
  const groups = new Map<CommandGroup, MenuItemConstructorOptions[]>()
  for (const command of commands) {
    const own = platform === 'darwin' ? menuOfCommandOnMac[command.id] : undefined
    if ((own ?? menuOfCommand[command.id] ?? menuOfGroup[command.group]) !== menu) continue
    const items = groups.get(command.group) ?? []
    items.push(itemOf(command, options))
    groups.set(command.group, items)
  }
  return [...groups.values()]
}

/**
 * The page listens to its keys itself, so they are shown and not registered. macOS knows no such thing: there a key
 * without Command would be taken from text fields, and is shown in the label instead.
 */
function itemOf(
  { id, title, key, possible }: MenuCommand,
  { platform, onCommand }: Options,
): MenuItemConstructorOptions {
  const accelerator = key === null ? null : acceleratorOf(key)
  const label = literal(shortened(title))
  const shared = { id, enabled: possible, click: () => onCommand(id) }
  if (key === null) return { ...shared, label }
  const shown = accelerator !== null && (platform !== 'darwin' || leavesTextAlone(accelerator))
  return shown
    ? { ...shared, label, accelerator, registerAccelerator: false }
    : { ...shared, label: `${label} (${literal(accelerator ?? key)})` }
}

function leavesTextAlone(accelerator: string): boolean {
  return /\bCmdOrCtrl\b|\bF\d+$/.test(accelerator)
}

/** An ampersand would make the next letter a mnemonic. */
export function literal(words: string): string {
  return words.replaceAll('&', '&&')
}

function shortened(title: string): string {
  return title.length <= longestLabel
    ? title
    : `${title.slice(0, graphemeFloor(title, longestLabel - 1))}…`
}
