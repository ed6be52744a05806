import type { Page } from '@playwright/test'

import { openDocument, waitUntilSaved } from '../workbench/annotations.ts'
import { articleOf, dragOver } from '../workbench/article.ts'
import { makeProject, storedIn } from '../workbench/project.ts'
import { tagStored } from '../workbench/tagged-project.ts'
import { expect, test, type Start } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

const texts = {
  'Bridge 10': bridge,
  'Harbour 9': 'The harbour is open, the master said.',
  'Bridge 9': 'No ferry sails today.',
}

async function openTable(home: string, start: Start) {
  const path = await makeProject(home, texts)
  const { page } = await start(path)
  await openDocument(page, 'Bridge 10')
  await articleOf(page).press('Alt+a')
  await expect(tableOf(page)).toBeVisible()
  return { page, path }
}

function tableOf(page: Page) {
  return page.getByRole('grid', { name: 'All documents' })
}

function regionOf(page: Page) {
  return page.getByRole('region', { name: 'All documents' })
}

/** Rows of documents and headings of groups, without the heads of the columns. */
function rowsOf(page: Page) {
  return tableOf(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') })
}

async function expectTitles(page: Page, titles: readonly string[]): Promise<void> {
  await expect(rowsOf(page).locator('.column-title')).toHaveText([...titles])
}

function stored(path: string, title: string) {
  return storedIn(path).get(title)?.document
}

test('documents are sorted by their columns, numbers as numbers, and the list beside the text follows', async ({
  home,
  start,
}) => {
  const { page } = await openTable(home, start)
  await expectTitles(page, ['Bridge 10', 'Harbour 9', 'Bridge 9'])
  const title = page.getByRole('columnheader', { name: 'Title' })
  await title.getByRole('button').click()
  await expectTitles(page, ['Bridge 9', 'Bridge 10', 'Harbour 9'])
  await expect(title).toHaveAttribute('aria-sort', 'ascending')
  await title.getByRole('button').press('Enter')
  await expectTitles(page, ['Harbour 9', 'Bridge 10', 'Bridge 9'])
  await expect(title).toHaveAttribute('aria-sort', 'descending')
  await page.keyboard.press('Escape')
  await expect(tableOf(page)).toBeHidden()
  await expect(articleOf(page)).toBeFocused()
  const list = page.getByRole('listbox', { name: 'Documents' }).getByRole('option')
  await expect(list.locator('.row-title')).toHaveText(['Harbour 9', 'Bridge 10', 'Bridge 9'])
  await page.keyboard.press(']')
  await expect(page.getByRole('heading', { name: 'Bridge 9' })).toBeVisible()
  // The view is kept.
  await articleOf(page).press('Alt+a')
  await expect(title).toHaveAttribute('aria-sort', 'descending')
})

test('a document is opened from the table by key and by double click', async ({ home, start }) => {
  const { page } = await openTable(home, start)
  await page.keyboard.press('ArrowDown')
  await expect(rowsOf(page).nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(tableOf(page)).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Harbour 9' })).toBeVisible()
  await page.getByRole('button', { name: 'All documents' }).click()
  await rowsOf(page).filter({ hasText: 'Bridge 9' }).dblclick()
  await expect(page.getByRole('heading', { name: 'Bridge 9' })).toBeVisible()
})

test('all of several documents get a status, somebody and a tag by one act each, and undo takes each back', async ({
  home,
  start,
}) => {
  const { page, path } = await openTable(home, start)
  await rowsOf(page).first().click()
  await page.keyboard.press('ControlOrMeta+a')
  const chosen = page.getByRole('group', { name: 'Chosen documents' })
  await expect(chosen).toContainText('3 documents chosen')
  await page.keyboard.press('Alt+Shift+3')
  await expect(rowsOf(page).filter({ hasText: 'Done' })).toHaveCount(3)
  await page.keyboard.press('Alt+Shift+a')
  await page.keyboard.type('Lin')
  await page.keyboard.press('Enter')
  await expect(rowsOf(page).filter({ hasText: 'Lin' })).toHaveCount(3)
  await chosen.getByLabel('Tag').fill('floods')
  await chosen.getByRole('button', { name: 'Add tag' }).click()
  await expect(rowsOf(page).filter({ hasText: 'floods' })).toHaveCount(3)
  await waitUntilSaved(page)
  for (const title of Object.keys(texts)) {
    expect(stored(path, title)).toMatchObject({ status: 'done', assignee: 'Lin', tags: ['floods'] })
  }
  await rowsOf(page).first().click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rowsOf(page).filter({ hasText: 'floods' })).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rowsOf(page).filter({ hasText: 'To do' })).toHaveCount(3)
  await waitUntilSaved(page)
  expect(stored(path, 'Harbour 9')).toMatchObject({ status: 'todo', assignee: null, tags: [] })
})

test('so many documents that a thread changes them are marked and deleted as one act, and undo brings all back', async ({
  home,
  start,
}) => {
  const many = Array.from({ length: 210 }, (_, rank) => [`Wire ${rank}`, bridge] as const)
  const path = await makeProject(home, Object.fromEntries(many))
  const { page } = await start(path)
  await openDocument(page, 'Wire 0')
  await articleOf(page).press('Alt+a')
  // Also where a field has the keyboard that would select everything on the page.
  await page.getByLabel('Group by').press('ControlOrMeta+a')
  await page.keyboard.press('Alt+Shift+3')
  await expect(rowsOf(page).first()).toContainText('Done')
  await expect(rowsOf(page).filter({ hasText: 'To do' })).toHaveCount(0)
  await waitUntilSaved(page)
  expect(stored(path, 'Wire 209')).toMatchObject({ status: 'done' })
  await page.keyboard.press('Alt+Delete')
  await page.keyboard.press('Enter')
  await expect(rowsOf(page)).toHaveCount(0)
  expect(storedIn(path).size).toBe(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rowsOf(page).first()).toContainText('Done')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rowsOf(page).first()).toContainText('To do')
  await waitUntilSaved(page)
  expect(storedIn(path).size).toBe(210)
  await page.keyboard.press('Escape')
  await expect(articleOf(page)).toContainText('The mayor said')
})

test('documents are deleted together after a question, and undo brings them back', async ({
  home,
  start,
}) => {
  const { page, path } = await openTable(home, start)
  await rowsOf(page).nth(1).click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Alt+Delete')
  await expect(page.getByRole('group', { name: 'Delete' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expectTitles(page, ['Bridge 10'])
  expect([...storedIn(path).keys()]).toEqual(['Bridge 10'])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(rowsOf(page)).toHaveCount(3)
})

test('documents are filtered and parted into groups that fold', async ({ home, start }) => {
  const { page } = await openTable(home, start)
  await page.keyboard.press('Escape')
  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('1')
  await articleOf(page).press('Alt+Shift+2')
  await articleOf(page).press('Alt+a')
  const region = regionOf(page)
  await region.getByRole('button', { name: 'Without annotations' }).click()
  await expectTitles(page, ['Harbour 9', 'Bridge 9'])
  await region.getByRole('searchbox', { name: 'Find a document' }).fill('tunnel')
  await expect(region.getByText('No document is like that.')).toBeVisible()
  await region.getByRole('button', { name: 'Show all documents' }).click()
  await region.getByLabel('Group by').selectOption('Status')
  await expect(rowsOf(page)).toHaveText([
    /To do\s*2/,
    /Harbour 9/,
    /Bridge 9/,
    /In progress\s*1/,
    /Bridge 10/,
  ])
  await rowsOf(page).first().click()
  await expect(rowsOf(page)).toHaveCount(3)
  await rowsOf(page).first().press('Enter')
  await expect(rowsOf(page)).toHaveCount(5)
})

test('keys of the article do nothing while the table covers it', async ({ home, start }) => {
  const { page, path } = await openTable(home, start)
  await page.keyboard.press('Escape')
  await articleOf(page).press('ControlOrMeta+a')
  await articleOf(page).press('Alt+a')
  await page.getByRole('button', { name: 'Back to the article' }).focus()
  await page.keyboard.press('1')
  await page.keyboard.press('ControlOrMeta+Enter')
  await waitUntilSaved(page)
  expect(storedIn(path).get('Bridge 10')?.annotations).toEqual([])
  expect(stored(path, 'Bridge 10')?.status).toBe('todo')
})

test('a document is renamed where its title stands, in the list and in the table', async ({
  home,
  start,
}) => {
  const { page, path } = await openTable(home, start)
  await rowsOf(page).nth(1).click()
  await page.keyboard.press('F2')
  await page.keyboard.type('Harbour reopens')
  await page.keyboard.press('Enter')
  await expect(rowsOf(page).nth(1)).toContainText('Harbour reopens')
  await expect(rowsOf(page).nth(1)).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('d')
  await page.keyboard.press('End')
  await page.keyboard.press('F2')
  await page.keyboard.type('Ferry')
  await page.keyboard.press('Escape')
  const list = page.getByRole('listbox', { name: 'Documents' }).getByRole('option')
  await expect(list.last()).toContainText('Bridge 9')
  await expect(list.last()).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.type('Ferry')
  await page.keyboard.press('Enter')
  await expect(list.last()).toContainText('Ferry')
  await waitUntilSaved(page)
  expect([...storedIn(path).keys()]).toEqual(['Bridge 10', 'Harbour reopens', 'Ferry'])
  await page.keyboard.press('ControlOrMeta+z')
  await expect(list.last()).toContainText('Bridge 9')
})

test('who works on a document and its tags are said beside its text, and the previous one to do is a key away', async ({
  home,
  start,
}) => {
  const { page, path } = await openTable(home, start)
  await page.keyboard.press('Escape')
  await articleOf(page).press('Alt+Shift+i')
  const dialog = page.getByRole('dialog', { name: 'About this document' })
  await page.keyboard.type('floods')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Remove the tag floods' })).toBeVisible()
  await dialog.getByLabel('Assigned to').fill('Lin')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await waitUntilSaved(page)
  expect(stored(path, 'Bridge 10')).toMatchObject({ assignee: 'Lin', tags: ['floods'] })
  await articleOf(page).press('Alt+[')
  await expect(page.getByRole('heading', { name: 'Bridge 9' })).toBeVisible()
  await articleOf(page).press('Alt+Shift+4')
  await articleOf(page).press('Alt+[')
  await expect(page.getByRole('heading', { name: 'Harbour 9' })).toBeVisible()
})

test('what is left to do is found, ordered, chosen and marked without a mouse, and the keyboard is never lost', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { ...texts, Market: 'Prices rose.' })
  tagStored(path, 'Bridge 10', [
    { words: 'the old bridge is safe', label: 'claim' },
    { words: 'two cables are broken', label: 'claim' },
  ])
  tagStored(path, 'Bridge 9', [{ words: 'No ferry sails today', label: 'claim' }])
  const { page } = await start(path)
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await openDocument(page, 'Harbour 9')
  await articleOf(page).press('Alt+Shift+3')
  await press('Alt+a')
  await expect(rowsOf(page).nth(1)).toBeFocused()

  // Only what is unfinished, most annotations first: the row with the keyboard is gone, the keyboard is not.
  await press('u')
  await expectTitles(page, ['Bridge 10', 'Bridge 9', 'Market'])
  await expect(tableOf(page).locator(':focus')).toHaveCount(1)
  await expect(page.getByText('The list shows 3 of 4 documents.')).toBeAttached()
  await press('7', 'r')
  await expectTitles(page, ['Bridge 10', 'Bridge 9', 'Market'])
  const head = page.getByRole('columnheader', { name: 'Annotations' })
  await expect(head).toHaveAttribute('aria-sort', 'descending')

  // Up to the heads of the columns, along them, and down again.
  await press('Home', 'ArrowUp')
  await expect(page.getByRole('button', { name: 'Title' })).toBeFocused()
  await press('End', 'ArrowLeft', 'ArrowLeft')
  await expect(head.getByRole('button')).toBeFocused()
  await expect(head.getByRole('button')).toHaveAttribute('aria-keyshortcuts', '7')
  await press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'none')
  await press('7', '7', 'ArrowDown')
  await expect(rowsOf(page).first()).toBeFocused()

  // Two are chosen and marked at once; they are kept back then, and undo brings them back.
  await press('Shift+ArrowDown')
  const chosen = page.getByRole('group', { name: 'Chosen documents' })
  await expect(chosen).toContainText('2 documents chosen')
  await press('Alt+Shift+3')
  await expectTitles(page, ['Market'])
  await expect(chosen).toBeHidden()
  await expect(rowsOf(page).first()).toBeFocused()
  await press('ControlOrMeta+z')
  await expectTitles(page, ['Bridge 10', 'Bridge 9', 'Market'])
  await press('Alt+]')
  await expect(rowsOf(page).first()).toBeFocused()

  // A filter by its key, to none; the way out of that, and back to the text.
  await press('Shift+2')
  await expect(regionOf(page).getByRole('combobox', { name: 'Status' })).toBeFocused()
  await page.keyboard.type('Set')
  await expect(regionOf(page).getByText('No document is like that.')).toBeVisible()
  await press('F6')
  await expect(page.getByRole('button', { name: 'Show all documents' })).toBeFocused()
  await press('Enter')
  await expect(rowsOf(page)).toHaveCount(4)
  await expect(tableOf(page).locator(':focus')).toHaveCount(1)
  await press('End')
  await expect(rowsOf(page).last()).toBeFocused()
  await press('Escape')
  await expect(articleOf(page)).toBeFocused()
  // Whoever comes back is where they were.
  await press('Alt+a')
  await expect(rowsOf(page).last()).toBeFocused()
  await waitUntilSaved(page)
  expect(stored(path, 'Bridge 10')?.status).toBe('todo')
})
