import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'

import { menuTemplate } from './menu.ts'

function menu(platform: NodeJS.Platform) {
  const chosen: string[] = []
  const template = menuTemplate({
    platform,
    isPackaged: true,
    recent: [{ name: 'Week 12', path: '/w.verbatim' }],
    onCommand: (command) => chosen.push(command),
    onOpenRecent: (path) => chosen.push(path),
    onShowLog: () => chosen.push('log'),
  })
  return { items: template.flatMap(flatten), chosen }
}

function flatten(item: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return [item, ...(Array.isArray(item.submenu) ? item.submenu.flatMap(flatten) : [])]
}

test('every command of the page has an item, and recent projects open', () => {
  const { items, chosen } = menu('linux')
  for (const { click } of items) Reflect.apply(click ?? (() => null), null, [])
  expect(chosen).toEqual([
    'newProject',
    'openProject',
    '/w.verbatim',
    'closeProject',
    'import',
    'export',
    'undo',
    'redo',
    'log',
  ])
})

test.each(['linux', 'win32', 'darwin'] as const)('no shortcut is given twice on %s', (platform) => {
  const keys = menu(platform).items.flatMap(({ accelerator }) => accelerator ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})

test('Undo and Redo show their keys but leave them to the page', () => {
  const { items } = menu('win32')
  const undo = items.filter(({ label }) => label === 'Undo' || label === 'Redo')
  expect(
    undo.map(({ accelerator, registerAccelerator }) => [accelerator, registerAccelerator]),
  ).toEqual([
    ['CmdOrCtrl+Z', false],
    ['Ctrl+Y', false],
  ])
})
