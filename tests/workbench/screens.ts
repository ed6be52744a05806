import type { Page } from '@playwright/test'

import { annotationsIn, expectAnnotations, selectedAnnotation } from './annotations.ts'
import { articleOf, clickIn } from './article.ts'
import { expect } from './test.ts'

/** A state of the workbench, reached from the desk with the sample open, and left to that desk again. */
export type Screen = {
  readonly name: string
  readonly show: (page: Page) => Promise<void>
  readonly leave: (page: Page) => Promise<void>
}

/** Opens the sample from the start screen: overlaps, a chain of speakers, relations, something incomplete. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await expectAnnotations(page, 18)
  await expect(page.getByRole('article', { name: /^Guideline/ })).toBeVisible()
}

/** What everybody has before them while tagging. */
export const deskScreens: readonly Screen[] = [
  {
    name: 'an annotation among overlapping ones',
    show: async (page) => {
      await clickIn(page, 'had this report for nine days')
      await expect(page.getByRole('radiogroup', { name: 'Annotations here' })).toBeVisible()
      await expect(selectedAnnotation(page)).toBeVisible()
    },
    leave: async () => {},
  },
  {
    name: 'an annotation by somebody whom somebody quotes',
    show: async (page) => {
      await clickIn(page, 'called the notice')
      await expect(selectedAnnotation(page).getByRole('row', { name: 'Coast Radio' })).toBeVisible()
    },
    leave: async () => {},
  },
  {
    name: 'suggested speakers',
    show: async (page) => {
      await clickIn(page, 'called the notice')
      await page.keyboard.press('s')
      await page.keyboard.type('T')
      const suggestions = page.getByRole('listbox', { name: 'Suggestions' })
      // A page that still scrolls to the field closes the list again; the arrow opens it.
      await expect(async () => {
        if (!(await suggestions.isVisible())) await page.keyboard.press('ArrowDown')
        await expect(suggestions).toBeVisible({ timeout: 1000 })
      }).toPass()
    },
    leave: async (page) => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.press('Delete')
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'the menu of a speaker',
    show: async (page) => {
      await clickIn(page, 'called the notice')
      await page.getByRole('button', { name: 'Actions for Coast Radio' }).click()
      await expect(page.getByRole('menu')).toBeVisible()
    },
    leave: escape,
  },
  {
    name: 'the menu of statuses',
    show: async (page) => {
      await page.getByRole('button', { name: /^Status/ }).click()
      await expect(page.getByRole('menu', { name: 'Status' })).toBeVisible()
    },
    leave: escape,
  },
  {
    name: 'no document found',
    show: async (page) => {
      await page.getByRole('searchbox', { name: 'Find a document' }).fill('nowhere')
      await expect(page.getByText('No document is like that.')).toBeVisible()
    },
    leave: (page) => page.getByRole('button', { name: 'Show all documents' }).click(),
  },
  {
    name: 'all documents',
    show: openTable,
    leave: leaveTable,
  },
  {
    name: 'all documents in groups, all of them chosen',
    show: async (page) => {
      await openTable(page)
      const table = page.getByRole('region', { name: 'All documents' })
      await table.getByLabel('Group by').selectOption('Status')
      await table.getByRole('row').last().click()
      await page.keyboard.press('ControlOrMeta+a')
      await expect(page.getByRole('group', { name: 'Chosen documents' })).toBeVisible()
      await page.keyboard.press('Alt+Delete')
      await expect(page.getByRole('group', { name: 'Delete' })).toBeVisible()
    },
    leave: async (page) => {
      await page.getByRole('button', { name: 'Choose none' }).click()
      await page.getByLabel('Group by').selectOption('Nothing')
      await leaveTable(page)
    },
  },
  {
    name: 'no document in the table',
    show: async (page) => {
      await openTable(page)
      await page.getByRole('searchbox', { name: 'Find a document' }).fill('nowhere')
      await expect(page.getByText('No document is like that.')).toBeVisible()
    },
    leave: async (page) => {
      await page.getByRole('button', { name: 'Show all documents' }).click()
      await leaveTable(page)
    },
  },
  {
    name: 'the menu of reading directions',
    show: async (page) => {
      await page.getByRole('button', { name: /direction/i }).click()
      await expect(page.getByRole('menu')).toBeVisible()
    },
    leave: escape,
  },
  {
    name: 'several annotations chosen',
    show: async (page) => {
      await articleOf(page).focus()
      await page.keyboard.press('l')
      await page.keyboard.press('Home')
      await page.keyboard.press('Shift+ArrowDown')
      await page.keyboard.press('Shift+ArrowDown')
      await expect(page.getByRole('group', { name: 'Chosen annotations' })).toBeVisible()
    },
    leave: async (page) => {
      await annotationsIn(page).first().click()
      await expect(page.getByRole('group', { name: 'Chosen annotations' })).toBeHidden()
    },
  },
  {
    name: 'the list filtered',
    show: async (page) => {
      await page.getByRole('button', { name: 'Filter' }).click()
      const filters = page.getByRole('group', { name: 'Filters' })
      await filters.getByRole('combobox', { name: 'Label' }).selectOption('Quote')
      await filters.getByRole('combobox', { name: 'Attribute' }).selectOption({ index: 1 })
    },
    leave: async (page) => {
      await page.getByRole('button', { name: 'Show all' }).click()
      await expectAnnotations(page, 18)
    },
  },
  {
    name: 'a label held for every selection',
    show: async (page) => {
      await clickIn(page, 'The week began')
      await page.keyboard.press('Shift+Digit2')
      await expect(page.getByText('Every selection becomes')).toBeVisible()
    },
    leave: async (page) => {
      await articleOf(page).press('Escape')
      await expect(page.getByText('Every selection becomes')).toBeHidden()
    },
  },
  {
    name: 'picking a target in the text',
    show: async (page) => {
      await clickIn(page, 'called the notice')
      await page.keyboard.press('Shift+R')
      await expect(page.getByRole('group', { name: 'Relate to…' })).toBeVisible()
    },
    leave: async (page) => {
      await articleOf(page).press('Escape')
      await expect(page.getByRole('group', { name: 'Relate to…' })).toBeHidden()
    },
  },
]

/** What is looked up beside the text. */
export const referenceScreens: readonly Screen[] = [
  reference('Guidelines', 1),
  reference('Relations', 2),
  ...['Claim that nobody denies', 'Denial without claim', 'Other gaps'].map((name): Screen => ({
    name: `the list “${name}”`,
    show: async (page) => {
      await articleOf(page).press('Alt+2')
      await page.getByRole('tabpanel', { name: 'Relations' }).getByText(name).click()
      await expect(page.getByRole('radio', { name })).toBeChecked()
    },
    leave: async () => {},
  })),
  reference('Speakers', 3),
  {
    name: 'a chosen speaker',
    show: async (page) => {
      await speakerRow(page).click()
      await expect(page.getByRole('group', { name: 'Chosen speakers' })).toBeVisible()
    },
    leave: async () => {},
  },
  {
    name: 'merging speakers',
    show: async (page) => {
      await speakerRow(page).click()
      await page.getByRole('button', { name: 'Merge into…' }).click()
      await expect(page.getByRole('combobox', { name: 'Merge into' })).toBeVisible()
    },
    leave: async (page) => {
      // The list of names first.
      await page.keyboard.press('Escape')
      await page
        .getByRole('tabpanel', { name: 'Speakers' })
        .getByRole('button', { name: 'Cancel' })
        .click()
    },
  },
  {
    name: 'the details of a speaker',
    show: async (page) => {
      await speakerRow(page).click()
      await page.getByRole('button', { name: 'Details' }).click()
      await expect(page.getByRole('group', { name: /^Speaker / })).toBeVisible()
    },
    leave: async (page) => {
      await page.getByRole('button', { name: 'All speakers' }).click()
    },
  },
  reference('History', 4),
  reference('Review', 5),
  {
    name: 'reference folded',
    show: async (page) => {
      await page.getByRole('button', { name: 'Fold reference' }).click()
      await expect(page.getByRole('toolbar', { name: 'Reference' })).toBeVisible()
    },
    leave: async (page) => {
      await page.getByRole('button', { name: 'Guidelines' }).click()
    },
  },
]

/** The bar above the text: with matches, with none, with what is no expression. */
export const findScreens: readonly Screen[] = [
  find('safe', /^1 of/),
  find('no such words', 'No match'),
  {
    name: 'what is no expression',
    show: async (page) => {
      await openFind(page, '(')
      await page.getByRole('button', { name: 'Regular expression' }).click()
      await expect(page.getByRole('textbox', { name: 'Find' })).toHaveAttribute(
        'aria-invalid',
        'true',
      )
    },
    leave: async (page) => {
      await page.getByRole('button', { name: 'Regular expression' }).click()
      await page.getByRole('button', { name: 'Close find' }).click()
    },
  },
]

async function openTable(page: Page): Promise<void> {
  await articleOf(page).press('Alt+a')
  await expect(page.getByRole('grid', { name: 'All documents' })).toBeVisible()
}

async function leaveTable(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Back to the article' }).click()
  await expect(page.getByRole('region', { name: 'All documents' })).toBeHidden()
}

function reference(name: string, digit: number): Screen {
  return {
    name: `reference: ${name}`,
    show: async (page) => {
      await articleOf(page).press(`Alt+${digit}`)
      await expect(page.getByRole('tabpanel', { name })).toBeVisible()
    },
    leave: async () => {},
  }
}

function speakerRow(page: Page) {
  return page.getByRole('listbox', { name: 'Speakers' }).getByRole('option').first()
}

function find(words: string, answer: string | RegExp): Screen {
  return {
    name: `finding “${words}”`,
    show: async (page) => {
      await openFind(page, words)
      await expect(page.getByRole('status').filter({ hasText: answer })).toBeVisible()
    },
    leave: async (page) => {
      await page.getByRole('button', { name: 'Close find' }).click()
    },
  }
}

async function openFind(page: Page, words: string): Promise<void> {
  await articleOf(page).press('ControlOrMeta+f')
  await page.getByRole('textbox', { name: 'Find' }).fill(words)
}

async function escape(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
}
