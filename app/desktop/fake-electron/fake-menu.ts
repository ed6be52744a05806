import type { MenuItemConstructorOptions } from 'electron'

/** Stands in for `Menu`: what it was built of, flat, with what each item would do. */
export class FakeMenu {
  static application: FakeMenu | null = null
  readonly items: readonly MenuItemConstructorOptions[]

  constructor(template: readonly MenuItemConstructorOptions[]) {
    this.items = template.flatMap(flatten)
    const ids = this.items.flatMap(({ id }) => id ?? [])
    if (new Set(ids).size !== ids.length) throw new Error('An id is in the menu twice')
  }
  static buildFromTemplate(template: MenuItemConstructorOptions[]) {
    return new FakeMenu(template)
  }
  static setApplicationMenu(menu: FakeMenu | null) {
    FakeMenu.application = menu
  }
  /** Electron's items can be changed as well. */
  getMenuItemById(id: string) {
    return this.items.find((item) => item.id === id) ?? null
  }
  /** As a click on an item by its id or label. What is not possible does nothing. */
  choose(name: string) {
    const item = this.items.find(({ id, label }) => id === name || label === name)
    if (item === undefined) throw new Error(`The menu has no ${name}`)
    if (item.enabled !== false) Reflect.apply(item.click ?? (() => null), null, [])
  }
}

function flatten(item: MenuItemConstructorOptions): readonly MenuItemConstructorOptions[] {
  const copy = { ...item }
  return [copy, ...(Array.isArray(item.submenu) ? item.submenu.flatMap(flatten) : [])]
}
