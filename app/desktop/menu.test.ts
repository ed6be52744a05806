import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'

import { commandGroups, type MenuCommand } from '../../shared/contract.ts'
import { menuTemplate } from './menu.ts'

const commands: readonly MenuCommand[] = [
  ...commandGroups.map((group): MenuCommand => ({
    id: `one of ${group}`,
    title: `Do ${group} & more`,
    group,
    key: null,
    possible: true,
  })),
  command('undo', 'project', '$mod+z'),
  command('newWindow', 'project', '$mod+Shift+n'),
  command('closeProject', 'project', 'Alt+KeyW', false),
  command('label-claim', 'tag', '(1|Digit1)'),
  command('keys', 'show', '[Shift]+?'),
  command('about', 'show', 'Alt+KeyV'),
  command('preferences', 'show', '$mod+Comma'),
]

function command(
  id: string,
  group: MenuCommand['group'],
  key: string,
  possible = true,
): MenuCommand {
  return { id, title: id, group, key, possible }
}

function menu(platform: NodeJS.Platform, present = commands) {
  const chosen: string[] = []
  const template = menuTemplate({
    platform,
    isPackaged: true,
    commands: present,
    recent: [{ name: 'R&D', path: '/w.verbatim' }],
    onCommand: (id) => chosen.push(id),
    onNewWindow: () => chosen.push('new window'),
    onOpenRecent: (path) => chosen.push(path),
    onClearRecent: () => chosen.push('forget'),
    onShowLog: () => chosen.push('log'),
  })
  const items = template.flatMap(flatten)
  return { template, items, chosen, item: (id: string) => items.find((item) => item.id === id) }
}

function flatten(item: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return [item, ...(Array.isArray(item.submenu) ? item.submenu.flatMap(flatten) : [])]
}

test.each(['linux', 'win32', 'darwin'] as const)(
  'every command of the page has one item on %s, which runs it, and recent projects open',
  (platform) => {
    const { items, chosen } = menu(platform)
    for (const { click } of items) Reflect.apply(click ?? (() => null), null, [])
    expect(chosen.toSorted()).toEqual(
      [...commands.map(({ id }) => id), '/w.verbatim', 'forget', 'log'].toSorted(),
    )
  },
)

test.each(['linux', 'win32', 'darwin'] as const)('no shortcut is given twice on %s', (platform) => {
  const keys = menu(platform).items.flatMap(({ accelerator }) => accelerator ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})

test('keys are shown and left to the page', () => {
  const { item } = menu('win32')
  for (const [id, accelerator] of [
    ['undo', 'CmdOrCtrl+Z'],
    ['closeProject', 'Alt+W'],
    ['label-claim', '1'],
    ['keys', '?'],
  ] as const) {
    expect(item(id)).toMatchObject({ accelerator, registerAccelerator: false })
  }
})

test('on macOS, which registers every key, those of text fields stand in the label', () => {
  const { item } = menu('darwin')
  expect(item('undo')).toMatchObject({ label: 'undo', accelerator: 'CmdOrCtrl+Z' })
  expect(item('label-claim')).toMatchObject({ label: 'label-claim (1)' })
  expect(item('label-claim')).not.toHaveProperty('accelerator')
  expect(item('closeProject')).toMatchObject({ label: 'closeProject (Alt+W)' })
})

test('what is not possible is shown so', () => {
  expect(menu('linux').item('closeProject')?.enabled).toBe(false)
  expect(menu('linux').item('undo')?.enabled).toBe(true)
})

test('no ampersand of a name becomes a mnemonic, and there are no others: Alt is the page’s', () => {
  const labels = menu('linux').items.flatMap(({ label }) => label ?? [])
  expect(labels).toContain('R&&D')
  expect(labels.filter((label) => /(?<!&)&(?!&)/.test(label))).toEqual([])
})

test('macOS has a menu of the application, with About and Settings in it', () => {
  const [first] = menu('darwin').template
  const inside = Array.isArray(first?.submenu) ? first.submenu : []
  expect(inside.flatMap(({ id, role }) => id ?? role ?? [])).toEqual([
    'about',
    'preferences',
    'services',
    'hide',
    'hideOthers',
    'unhide',
    'quit',
  ])
})

test('without a page there is still a way to a window, and no menu that is empty', () => {
  const { template, items } = menu('darwin', [])
  expect(items.map(({ label }) => label)).toContain('New window')
  expect(template.flatMap(({ label, role }) => label ?? role ?? [])).toEqual([
    'Verbatim',
    'File',
    'Edit',
    'View',
    'Window',
    'Help',
  ])
})
