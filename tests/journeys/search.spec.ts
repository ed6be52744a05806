import type { Locator, Page } from '@playwright/test'

import { expectAccessible, expectAccessibleInThemes } from '../workbench/accessibility.ts'
import { openDocument } from '../workbench/annotations.ts'
import { articleOf, dragOver } from '../workbench/article.ts'
import { makeProject, storedIn, storedTags } from '../workbench/project.ts'
import { tagStored } from '../workbench/tagged-project.ts'
import { expect, test } from '../workbench/test.ts'

const texts = {
  Harbour: 'Kanal 6 denied it. Kanal 6 was asked twice about the Missile.',
  Market: 'At noon Kanal 6 spoke of a missile. The market did not listen.',
  Weather: 'It rained. 👨‍👩‍👧‍👦 Café closed.',
}

function view(page: Page): Locator {
  return page.getByRole('region', { name: 'Search' })
}

function box(page: Page): Locator {
  return view(page).getByRole('combobox', { name: 'Search the project' })
}

function results(page: Page): Locator {
  return view(page).getByRole('listbox', { name: 'Results' }).getByRole('option')
}

function hits(page: Page): Locator {
  return results(page).filter({ has: page.locator('mark') })
}

async function searchFor(page: Page, query: string): Promise<void> {
  await expect(page.getByRole('button', { name: 'Search the project…' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+f')
  await expect(box(page)).toBeFocused()
  await box(page).fill(query)
}

test('words of all documents are found, and a hit leads to its place and back', async ({
  home,
  start,
}) => {
  const { page } = await start(await makeProject(home, texts))
  await searchFor(page, 'kanal')
  await expect(hits(page)).toHaveCount(3)
  await expect(view(page).getByText('3 places in 2 documents')).toBeVisible()
  await expectAccessibleInThemes(page, 'results of a search')

  // From the box to the second hit of the first document, and to its place.
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(view(page)).toBeHidden()
  await expect(articleOf(page)).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Harbour' })).toBeVisible()
  const selected = () => page.evaluate(() => String(document.getSelection()))
  await expect.poll(selected).toBe('Kanal')
  expect(await page.evaluate(() => CSS.highlights.get('find-match')?.size)).toBe(2)

  await page.keyboard.press('F4')
  await expect(page.getByRole('heading', { name: 'Market' })).toBeVisible()
  await page.keyboard.press('Shift+F4')
  await expect(page.getByRole('heading', { name: 'Harbour' })).toBeVisible()

  await page.keyboard.press('ControlOrMeta+Shift+f')
  await expect(view(page).getByRole('listbox', { name: 'Results' })).toBeFocused()
  await expect(hits(page)).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(view(page)).toBeHidden()
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => CSS.highlights.get('find-match')?.size ?? 0)).toBe(0)
})

test('chosen hits are tagged in one step, and what has the label already stays as it is', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, texts)
  const { page } = await start(path)
  await openDocument(page, 'Harbour')
  await dragOver(page, 'Missile')
  await page.keyboard.press('3')
  await searchFor(page, 'missile')
  await expect(hits(page)).toHaveCount(2)
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+a')
  await expect(view(page).getByText('2 hits chosen. Tag as')).toBeVisible()
  await expectAccessible(page, 'chosen hits')
  await page.keyboard.press('3')
  await expect(page.getByText('Tagged 1 place as Denial.').first()).toBeVisible()
  await expect(page.getByText('1 place had it already').first()).toBeVisible()
  await expect.poll(() => storedTags(path, 'Market')).toEqual(['denial: missile'])
  expect(storedTags(path, 'Harbour')).toEqual(['denial: Missile'])

  // The facet counts both; choosing it narrows the words to them.
  const denial = view(page).getByRole('button', { name: 'Denial 2 annotations' })
  await denial.click()
  await expect(box(page)).toHaveValue('missile label:denial')
  await expect(hits(page)).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => storedTags(path, 'Market')).toEqual([])
  expect(storedTags(path, 'Harbour')).toEqual(['denial: Missile'])
})

test('facets are chosen one after the other by keyboard, which stays where it was', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, texts)
  const speakers = Array.from({ length: 8 }, (_, place) => `Speaker ${place}`)
  const tag = { words: 'Missile', label: 'denial' }
  tagStored(
    path,
    'Harbour',
    speakers.map((speaker) => ({ ...tag, speaker })),
  )
  const { page } = await start(path)
  await searchFor(page, 'missile')
  const denial = view(page).getByRole('button', { name: 'Denial 8 annotations' })
  await denial.focus()
  await page.keyboard.press('Space')
  await expect(box(page)).toHaveValue('missile label:denial')
  await expect(hits(page)).toHaveCount(1)
  await expect(denial).toBeFocused()

  // What goes when it is pressed leaves the keyboard to what is at its place then.
  await view(page).getByRole('button', { name: '2 more' }).focus()
  await page.keyboard.press('Space')
  const seventh = view(page).getByRole('group', { name: 'Speaker' }).getByRole('button').nth(6)
  await expect(seventh).toBeFocused()
  await page.keyboard.press('Space')
  await expect(box(page)).toHaveValue('missile label:denial speaker:"Speaker 6"')
  await expect(seventh).toHaveAccessibleName('Speaker 6 1 annotation')
  await expect(seventh).toBeFocused()
})

/** Types until the facet of titles is offered. */
async function beginFacet(page: Page): Promise<void> {
  await searchFor(page, '')
  await page.keyboard.type('ti')
  await expect(view(page).getByRole('option', { name: 'title:' })).toBeVisible()
}

test('a query is completed as it is typed, and a fault is shown at its place', async ({
  home,
  start,
}) => {
  const { page } = await start(await makeProject(home, texts))
  await beginFacet(page)
  await expectAccessible(page, 'suggestions for a query')
  await page.keyboard.press('Tab')
  await page.keyboard.type('mark')
  await expect(results(page)).toHaveCount(1)
  await expect(results(page)).toContainText('Market')

  await box(page).fill('rain speeker:Kim')
  await expect(view(page).getByText('There is no facet “speeker”.')).toBeVisible()
  await expect(box(page)).toHaveAttribute('aria-invalid', 'true')
  await expectAccessibleInThemes(page, 'a query with a fault')
  await box(page).fill('cafe')
  await expect(hits(page)).toHaveCount(1)
  await box(page).fill('nowhere')
  await expect(view(page).getByText('Nothing is like that.')).toBeVisible()
  await expectAccessible(page, 'nothing found')
})

test('what is typed right after a completion stands after it, however late the next frame comes', async ({
  home,
  start,
}) => {
  const { page } = await start(await makeProject(home, texts))
  await beginFacet(page)
  await page.evaluate(() => {
    globalThis.requestAnimationFrame = (then) =>
      Number(setTimeout(() => then(performance.now()), 500))
  })
  await page.keyboard.press('Tab')
  await page.keyboard.type('mark', { delay: 300 })
  await expect(results(page)).toHaveCount(1)
  await expect(box(page)).toHaveValue('title:mark')
})

test('a search is saved with the project, renamed and deleted, each a step to undo', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, texts)
  const { page } = await start(path)
  await searchFor(page, 'kanal -denied')
  await expect(hits(page)).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+Shift+s')
  await page.keyboard.type('Kanal elsewhere')
  await page.keyboard.press('Enter')
  const saved = view(page).getByRole('group', { name: 'Saved searches' })
  await expect(saved.getByRole('button', { name: 'Kanal elsewhere', exact: true })).toBeVisible()
  await expectAccessible(page, 'a saved search')

  await box(page).fill('')
  await saved.getByRole('button', { name: 'Kanal elsewhere', exact: true }).click()
  await expect(box(page)).toHaveValue('kanal -denied')
  await expect(hits(page)).toHaveCount(1)
  await saved.getByRole('button', { name: 'Rename “Kanal elsewhere”' }).click()
  await page.keyboard.type('Elsewhere')
  await page.keyboard.press('Enter')
  await saved.getByRole('button', { name: 'Delete “Elsewhere”' }).click()
  await expect(saved.getByRole('button', { name: 'Elsewhere', exact: true })).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(saved.getByRole('button', { name: 'Elsewhere', exact: true })).toBeVisible()
  expect(storedIn(path).size).toBe(3)
})

test('thousands of hits are scrolled through, and nothing is lost in a narrow window', async ({
  home,
  start,
}) => {
  const long = Array.from({ length: 6000 }, (_, line) => `Line ${line} of the report.`).join('\n')
  const { page } = await start(await makeProject(home, { Long: long }))
  await searchFor(page, 'line')
  await expect(view(page).getByText('6,000 places in 1 document')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await expect(hits(page).last()).toContainText('Line 5999 of the report.')
  await expect(hits(page).last()).toHaveAttribute('aria-posinset', '6001')

  await page.setViewportSize({ width: 640, height: 480 })
  await expect(hits(page).first()).toBeVisible()
  await view(page).getByRole('group', { name: 'Status' }).scrollIntoViewIfNeeded()
  await expect(view(page).getByRole('group', { name: 'Status' })).toBeInViewport()
  expect(await page.evaluate(() => document.body.scrollWidth <= innerWidth)).toBe(true)
})
