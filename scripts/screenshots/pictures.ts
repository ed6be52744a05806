import type { Locator, Page } from '@playwright/test'

import { articleOf, clickIn, dragOver } from '../../tests/workbench/article.ts'
import { filesToImport } from './project.ts'

/** One picture of the documentation: `docs/pictures/<name>.png`. */
export type Picture = {
  readonly name: string
  readonly scheme?: 'light' | 'dark'
  /** Size of the window in CSS px; 1280 by 760 where absent. */
  readonly window?: { readonly width: number; readonly height: number }
  /** Leads there from the desk, where the sample is open and nothing is done yet. */
  readonly show: (page: Page) => Promise<void>
  /** What of the window is in it: all of these; the whole window where absent. */
  readonly crop?: (page: Page) => readonly Locator[]
}

/** Every picture, in the order in which they are taken: none leaves anything in the project that shows in a later one. */
export const pictures: readonly Picture[] = [
  { name: 'workbench-light', show: showWorkbench },
  { name: 'workbench-dark', scheme: 'dark', show: showWorkbench },
  {
    name: 'selecting',
    window: { width: 1280, height: 560 },
    show: async (page) => {
      await dragOver(page, 'By noon the school kitchens had closed their taps')
    },
    crop: (page) => [region(page, 'Article')],
  },
  {
    name: 'overlaps',
    window: { width: 1280, height: 640 },
    show: (page) => clickIn(page, 'had this report for nine days'),
    crop: (page) => [region(page, 'Article'), region(page, 'Annotations')],
  },
  {
    name: 'attribution',
    show: (page) => clickIn(page, 'called the notice'),
    crop: (page) => [page.getByRole('group', { name: 'Selected annotation' })],
  },
  {
    name: 'relating',
    show: async (page) => {
      await clickIn(page, 'It is simply not true that anyone')
      await page.keyboard.press('r')
      await page.getByRole('dialog', { name: 'Relate to…' }).waitFor()
    },
    crop: (page) => [page.getByRole('dialog')],
  },
  {
    name: 'tag-set',
    show: async (page) => {
      await articleOf(page).press('Alt+t')
      await page.getByRole('dialog', { name: 'Tag set' }).getByRole('listbox').first().waitFor()
    },
    crop: (page) => [page.getByRole('dialog')],
  },
  {
    name: 'all-documents',
    window: { width: 1280, height: 480 },
    show: async (page) => {
      await articleOf(page).press('Alt+a')
      await page.getByRole('grid', { name: 'All documents' }).waitFor()
    },
  },
  {
    name: 'search',
    window: { width: 1280, height: 520 },
    show: async (page) => {
      await page.keyboard.press('ControlOrMeta+Shift+f')
      const box = page.getByRole('combobox', { name: 'Search the project' })
      await box.fill('label:quote we OR water')
      await region(page, 'Search').locator('mark').first().waitFor()
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'numbers',
    window: { width: 1280, height: 450 },
    show: async (page) => {
      await page.getByRole('button', { name: 'Numbers' }).click()
      await region(page, 'Numbers').locator('svg').nth(3).waitFor()
    },
  },
  {
    name: 'review',
    window: { width: 1280, height: 720 },
    show: async (page) => {
      await page.getByRole('option', { name: /Minutes of the town council/ }).click()
      await articleOf(page).press('Alt+5')
      await articleOf(page).press('v')
    },
  },
  {
    name: 'import-report',
    window: { width: 1040, height: 700 },
    show: async (page) => {
      await page.getByRole('button', { name: 'Import…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Import' })
      const [picker] = await Promise.all([
        page.waitForEvent('filechooser'),
        dialog.getByRole('button', { name: 'Choose files…' }).click(),
      ])
      await picker.setFiles([...filesToImport])
      await dialog.getByRole('combobox', { name: 'Statement becomes' }).selectOption('Claim')
      await dialog.getByRole('button', { name: 'Store' }).click()
      await dialog.getByRole('button', { name: 'Close' }).waitFor()
    },
    crop: (page) => [page.getByRole('dialog')],
  },
]

async function showWorkbench(page: Page): Promise<void> {
  await page.getByRole('listbox', { name: 'Annotations' }).getByRole('option').nth(2).click()
}

function region(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}
