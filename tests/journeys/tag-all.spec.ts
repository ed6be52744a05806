import type { Locator, Page } from '@playwright/test'

import { expectAccessible } from '../workbench/accessibility.ts'
import { openDocument, waitUntilSaved } from '../workbench/annotations.ts'
import { articleOf, clickIn, dragOver } from '../workbench/article.ts'
import { makeProject, storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'

const texts = {
  Harbour:
    'Kanal 6 denied it. Kanal 6 was asked twice.\n\n“Ask KANAL 6,” they said, “or Kanal 67.”',
  Market: 'At noon Kanal 6 spoke. The market did not listen to Kanal 6.',
  Weather: 'It rained.',
}

function tagAll(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Tag all occurrences' })
}

function places(page: Page): Locator {
  return tagAll(page).getByRole('listbox', { name: 'Places' }).getByRole('option')
}

function ticked(page: Page): Locator {
  return places(page).and(page.locator('[aria-selected="true"]'))
}

test('the words of a selection are tagged wherever they occur but where unticked, as one step to undo', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, texts)
  const { page } = await start(path)
  await openDocument(page, 'Harbour')
  await dragOver(page, 'Kanal 6')
  await page.keyboard.press('Shift+T')
  await expect(places(page)).toHaveCount(2)
  await expect(tagAll(page).getByRole('button', { name: 'Tag 2 places' })).toBeEnabled()

  await tagAll(page).getByLabel('Where').selectOption('All documents')
  await expect(tagAll(page).getByRole('status')).toHaveText('4 places in 2 documents')
  await tagAll(page).getByLabel('Match case').uncheck()
  await expect(places(page)).toHaveCount(5)
  await tagAll(page).getByLabel('Whole words').uncheck()
  await expect(places(page)).toHaveCount(6)
  await tagAll(page).getByLabel('Whole words').check()
  await expect(places(page)).toHaveCount(5)
  await expectAccessible(page, 'the dialog on occurrences')

  await tagAll(page).getByRole('button', { name: 'Select none' }).click()
  await expect(ticked(page)).toHaveCount(0)
  await expect(tagAll(page).getByRole('button', { name: 'Tag 0 places' })).toBeDisabled()
  await tagAll(page).getByRole('button', { name: 'Select all' }).click()
  await places(page).nth(1).click()
  await expect(ticked(page)).toHaveCount(4)
  await tagAll(page).getByLabel('Label').selectOption('Denial')
  await tagAll(page).getByRole('button', { name: 'Tag 4 places' }).click()
  await expect(tagAll(page)).toBeHidden()
  await expect(page.getByText('Tagged 4 places as Denial.').first()).toBeVisible()
  await waitUntilSaved(page)
  expect(storedTags(path, 'Harbour')).toEqual(['denial: Kanal 6', 'denial: KANAL 6'])
  expect(storedTags(path, 'Market')).toEqual(['denial: Kanal 6', 'denial: Kanal 6'])

  await articleOf(page).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => storedTags(path, 'Market')).toEqual([])
  expect(storedTags(path, 'Harbour')).toEqual([])
})

test('places that have the label already are told and left as they are', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, texts)
  const { page } = await start(path)
  await openDocument(page, 'Market')
  await dragOver(page, 'Kanal 6')
  await page.keyboard.press('1')
  await clickIn(page, 'Kanal 6')
  // Without a selection it is about the annotation at the caret, and begins with its label.
  await page.keyboard.press('Shift+T')
  await expect(places(page)).toHaveCount(2)
  const there = places(page).filter({ hasText: 'tagged already' })
  await expect(there).toHaveCount(1)
  await expect(there).toBeDisabled()
  await expect(ticked(page)).toHaveCount(1)
  await tagAll(page).getByLabel('Label').selectOption('Quote')
  await expect(there).toHaveCount(0)
  await tagAll(page).getByLabel('Label').selectOption('Claim')

  // By keyboard alone: unticked and ticked again, and Escape changes nothing.
  await ticked(page).focus()
  await page.keyboard.press('Space')
  await expect(ticked(page)).toHaveCount(0)
  await page.keyboard.press('Space')
  await expect(ticked(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(tagAll(page)).toBeHidden()
  await expect(articleOf(page)).toBeFocused()
  await page.keyboard.press('Shift+T')
  await tagAll(page).getByRole('button', { name: 'Tag 1 place', exact: true }).click()
  await expect.poll(() => storedTags(path, 'Market')).toEqual(['claim: Kanal 6', 'claim: Kanal 6'])
})

test('what was found can be tagged all at once, however fast after typing', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, texts)
  const { page } = await start(path)
  await openDocument(page, 'Harbour')
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('kanal 6')
  const bar = page.getByRole('search', { name: 'Find in document' })
  await bar.getByRole('button', { name: 'Tag all…' }).click()
  await expect(tagAll(page).getByRole('blockquote')).toHaveText('Kanal 6')
  await tagAll(page).getByRole('button', { name: 'Tag 2 places' }).click()
  await expect.poll(() => storedTags(path, 'Harbour')).toEqual(['claim: Kanal 6', 'claim: Kanal 6'])
})
