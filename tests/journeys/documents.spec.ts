import type { Page } from '@playwright/test'

import { expectAnnotations, openDocument, waitUntilSaved } from '../workbench/annotations.ts'
import { articleOf, dragOver } from '../workbench/article.ts'
import { makeProject, storedIn, storedTags } from '../workbench/project.ts'
import { expect, test, type Start } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

const texts = {
  Bridge: bridge,
  Harbour: 'The harbour is open, the master said.',
  Ferry: 'No ferry sails today.',
}

/** The workbench on a new project of these articles, one of which is open. `path` is the project's. */
async function openAt(name: keyof typeof texts, home: string, start: Start) {
  const path = await makeProject(home, texts)
  const { page } = await start(path)
  await openDocument(page, name)
  return { page, path }
}

function rows(page: Page) {
  return page.getByRole('listbox', { name: 'Documents' }).getByRole('option')
}

function title(page: Page, name: string) {
  return page.getByRole('region', { name: 'Article' }).getByRole('heading', { name })
}

function storedStatuses(path: string): Readonly<Record<string, string>> {
  const stored = [...storedIn(path)].map(([name, { document }]) => [name, document.status])
  return Object.fromEntries(stored)
}

test('what is done and what is not is said by key and by menu, seen in the list, filtered, and undone', async ({
  home,
  start,
}) => {
  const { page, path } = await openAt('Bridge', home, start)
  await page.getByRole('button', { name: 'Status: To do' }).click()
  await page.getByRole('menuitemradio', { name: 'In progress' }).click()
  await expect(rows(page).filter({ hasText: 'Bridge' })).toContainText('In progress')

  // A quote that says nobody as its speaker: the document is done all the same, and that is told.
  await dragOver(page, '“It is safe,”')
  await page.keyboard.press('2')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(title(page, 'Harbour')).toBeVisible()
  await expect(
    page.getByText('“Bridge” is done, with 1 annotation without something'),
  ).toBeVisible()
  await articleOf(page).press('Alt+Shift+4')
  await expect(page.getByRole('button', { name: 'Status: Set aside' })).toBeVisible()
  await articleOf(page).press('Alt+]')
  await expect(title(page, 'Ferry')).toBeVisible()
  await articleOf(page).press('Alt+]')
  await expect(page.getByText('No other document is left to do.')).toBeVisible()
  await waitUntilSaved(page)
  expect(storedStatuses(path)).toEqual({ Bridge: 'done', Harbour: 'setAside', Ferry: 'todo' })

  await page.getByRole('combobox', { name: 'Status' }).selectOption('Done')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toContainText('Bridge')
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Any status')
  await page.getByRole('searchbox', { name: 'Find a document' }).fill('ferry')
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('searchbox', { name: 'Find a document' }).fill('tunnel')
  await page.getByRole('button', { name: 'Show all documents' }).click()
  await expect(rows(page)).toHaveCount(3)

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(title(page, 'Harbour')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Status: To do' })).toBeVisible()
  await waitUntilSaved(page)
  expect(storedStatuses(path)['Harbour']).toBe('todo')
})

test('title, source and language are corrected beside the text, and what cannot be kept says why', async ({
  home,
  start,
}) => {
  const { page, path } = await openAt('Harbour', home, start)
  await articleOf(page).press('Alt+Enter')
  const dialog = page.getByRole('dialog', { name: 'About this document' })
  await dialog.getByLabel('Title').fill('Harbour open again')
  await dialog.getByLabel('Source').fill('Kanal 6')
  await dialog.getByLabel('Language').fill('not a language')
  await expect(dialog.getByText('Write a language tag')).toBeVisible()
  await dialog.getByLabel('Language').fill('en-GB')
  await dialog.getByLabel('Web address').fill('javascript:alert(1)')
  await expect(dialog.getByText('Begin with https:// or http://.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(title(page, 'Harbour open again')).toBeVisible()
  await expect(rows(page).filter({ hasText: 'Harbour open again' })).toBeVisible()
  await waitUntilSaved(page)
  const { document, text } = storedIn(path).get('Harbour open again') ?? {}
  expect(document).toMatchObject({ source: 'Kanal 6', language: 'en-GB', url: null })
  expect(text).toBe(texts.Harbour)
})

test('a field that closes with words it cannot keep lets the status say Saved again', async ({
  home,
  start,
}) => {
  const { page } = await openAt('Harbour', home, start)
  await articleOf(page).press('Alt+Enter')
  await page.getByRole('dialog').getByLabel('Language').fill('not a language')
  await page.keyboard.press('Escape')
  await waitUntilSaved(page)
})

test('a document is deleted with what hangs on it, and undo brings all of it back', async ({
  home,
  start,
}) => {
  const { page, path } = await openAt('Bridge', home, start)
  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('1')
  await expectAnnotations(page, 1)
  await page.getByRole('button', { name: 'About this document…' }).click()
  await page.getByRole('button', { name: 'Delete document…' }).click()
  await expect(page.getByRole('group', { name: 'Delete' })).toContainText('1 annotation')
  await page.keyboard.press('Enter')
  await expect(title(page, 'Harbour')).toBeVisible()
  await expect(rows(page)).toHaveCount(2)
  expect([...storedIn(path).keys()]).toEqual(['Harbour', 'Ferry'])

  await page.keyboard.press('ControlOrMeta+z')
  await expect(title(page, 'Bridge')).toBeVisible()
  await expectAnnotations(page, 1)
  await waitUntilSaved(page)
  expect(storedTags(path, 'Bridge')).toEqual(['claim: the old bridge is safe'])

  // Redone, the document is gone again: another one is shown, and nothing fails.
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(rows(page)).toHaveCount(2)
  await expect(title(page, 'Harbour')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})
