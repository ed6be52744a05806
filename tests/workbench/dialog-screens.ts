import type { Page } from '@playwright/test'

import { articleOf, clickIn, dragOver } from './article.ts'
import type { Screen } from './screens.ts'
import { expect } from './test.ts'

/** Everything that stands above the desk. */
export const dialogScreens: readonly Screen[] = [
  dialog('All commands', (page) => page.keyboard.press('ControlOrMeta+k')),
  dialog('Keys', (page) => page.keyboard.press('?')),
  {
    name: 'a key that another command has',
    show: async (page) => {
      await articleOf(page).press('?')
      const change = page.getByRole('button', { name: 'Change the key of Next annotation' })
      await change.click()
      await expect(page.getByRole('button', { name: /^Press a key/ })).toBeVisible()
      await page.keyboard.press('n')
      await expect(page.getByRole('alert').filter({ hasText: 'belongs to' })).toBeVisible()
    },
    leave: (page) => leaveDialog(page, 'Keys'),
  },
  {
    name: 'listening for a key',
    show: async (page) => {
      await articleOf(page).press('?')
      await page.getByRole('button', { name: 'Change the key of Next annotation' }).click()
      await expect(page.getByRole('button', { name: /^Press a key/ })).toBeVisible()
    },
    leave: async (page) => {
      await page.keyboard.press('Escape')
      await leaveDialog(page, 'Keys')
    },
  },
  dialog('Settings', (page) => page.keyboard.press('ControlOrMeta+,')),
  dialog('About Verbatim', (page) => page.keyboard.press('Alt+v')),
  dialog('Repair a project', (page) => page.keyboard.press('Alt+Shift+M')),
  dialog('Restore a backup', (page) => page.keyboard.press('Alt+Shift+B')),
  dialog('Tag set', (page) => page.keyboard.press('Alt+t')),
  {
    name: 'asking before a label is deleted',
    show: async (page) => {
      await articleOf(page).press('Alt+t')
      await page.getByRole('button', { name: 'Delete…' }).click()
      await expect(page.getByText('What becomes of them?')).toBeVisible()
    },
    leave: (page) => leaveDialog(page, 'Tag set'),
  },
  ...['Relations', 'Import and export'].map((tab): Screen => ({
    name: `the tag set: ${tab}`,
    show: async (page) => {
      await articleOf(page).press('Alt+t')
      await page.getByRole('dialog', { name: 'Tag set' }).getByRole('tab', { name: tab }).click()
    },
    leave: (page) => leaveDialog(page, 'Tag set'),
  })),
  {
    name: 'asking before a document is deleted',
    show: async (page) => {
      await articleOf(page).press('Alt+Enter')
      await page.getByRole('button', { name: 'Delete document…' }).click()
      await expect(page.getByRole('button', { name: 'Delete it' })).toBeFocused()
    },
    leave: (page) => leaveDialog(page, 'About this document'),
  },
  dialog('Relate to…', async (page) => {
    await clickIn(page, 'called the notice')
    await page.keyboard.press('r')
  }),
  dialog('Tag all occurrences', async (page) => {
    await dragOver(page, 'commission')
    await page.keyboard.press('Shift+T')
    await expect(page.getByRole('listbox', { name: 'Places' })).toBeVisible()
  }),
  dialog('Find copies', async (page) => {
    await page.keyboard.press('Alt+Shift+W')
    await expect(page.getByText('No copies were found')).toBeVisible()
  }),
  dialog('Import', (page) => page.getByRole('button', { name: 'Import…' }).click()),
  dialog('Export', (page) => page.getByRole('button', { name: 'Export…' }).click()),
]

function dialog(name: string, open: (page: Page) => Promise<void>): Screen {
  return {
    name: `dialog: ${name}`,
    show: async (page) => {
      await articleOf(page).focus()
      await open(page)
      await expect(page.getByRole('dialog', { name })).toBeVisible()
    },
    leave: (page) => leaveDialog(page, name),
  }
}

async function leaveDialog(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name })).toBeHidden()
}
