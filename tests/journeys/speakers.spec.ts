import type { Locator, Page } from '@playwright/test'

import { expectAccessible } from '../workbench/accessibility.ts'
import { expectAnnotations, selectedAnnotation, waitUntilSaved } from '../workbench/annotations.ts'
import { clickIn, dragOver } from '../workbench/article.ts'
import { openBridge } from '../workbench/open-bridge.ts'
import { storedAttributions, storedRegisters } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'

async function tagBy(page: Page, words: string, speaker: string): Promise<void> {
  await dragOver(page, words)
  await page.keyboard.press('2')
  await page.keyboard.press('s')
  await page.keyboard.type(speaker)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

async function openSpeakers(page: Page): Promise<Locator> {
  await page.getByRole('tab', { name: 'Speakers' }).click()
  return page.getByRole('tabpanel', { name: 'Speakers' })
}

test('a speaker is renamed and merged, every annotation follows, and undo brings both back', async ({
  home,
  start,
}) => {
  const first = await openBridge(home, start)
  const { page, path } = first
  await tagBy(page, 'the old bridge is safe', 'The mayor')
  await tagBy(page, '“It is safe,”', 'Mayor Ruiz')
  await tagBy(page, 'two cables are broken', 'An engineer')
  await expect
    .poll(() => storedAttributions(path, 'Bridge'))
    .toEqual(['The mayor', 'Mayor Ruiz', 'An engineer'])

  const panel = await openSpeakers(page)
  const list = panel.getByRole('listbox', { name: 'Speakers' })
  await expect(list.getByRole('option', { name: 'An engineer' })).toContainText('1 annotation')
  await expectAccessible(page, 'list of speakers')
  await list.getByRole('option', { name: 'The mayor' }).click()
  await page.keyboard.press('Enter')
  const details = panel.getByRole('group', { name: 'Speaker The mayor' })
  await details.getByRole('textbox', { name: 'Name', exact: true }).fill('Ángela Ruiz')
  await page.keyboard.press('Tab')
  await expect
    .poll(() => storedAttributions(path, 'Bridge'))
    .toEqual(['Ángela Ruiz', 'Mayor Ruiz', 'An engineer'])
  const renamed = panel.getByRole('group', { name: 'Speaker Ángela Ruiz' })
  await renamed.getByRole('textbox', { name: 'Role' }).fill('Mayor')
  await renamed.getByRole('textbox', { name: 'Add another name' }).fill('mayor ruiz')
  await expect(renamed.getByText('Mayor Ruiz is called so too.')).toBeVisible()
  await expectAccessible(page, 'details of a speaker')
  await renamed.getByRole('textbox', { name: 'Add another name' }).fill('the alderwoman')
  await page.keyboard.press('Enter')
  await renamed.getByRole('button', { name: 'All speakers' }).click()

  await list.getByRole('option', { name: 'Mayor Ruiz' }).click()
  await panel.getByRole('button', { name: 'Merge into…' }).click()
  await page.getByRole('combobox', { name: 'Merge into' }).fill('angela')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await panel.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect
    .poll(() => storedAttributions(path, 'Bridge'))
    .toEqual(['Ángela Ruiz', 'Ángela Ruiz', 'An engineer'])
  expect(storedRegisters(path).speakers.find(({ name }) => name === 'Ángela Ruiz')).toMatchObject({
    aliases: ['the alderwoman', 'Mayor Ruiz'],
    role: 'Mayor',
  })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect
    .poll(() => storedAttributions(path, 'Bridge'))
    .toEqual(['Ángela Ruiz', 'Mayor Ruiz', 'An engineer'])
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect.poll(() => storedRegisters(path).speakers.length).toBe(2)
  await waitUntilSaved(page)
  await first.close()

  const again = await start(path)
  await clickIn(again.page, 'It is safe,')
  await expect(
    selectedAnnotation(again.page).getByRole('row', { name: 'Ángela Ruiz' }),
  ).toBeVisible()
})

test('several speakers are merged by keyboard, one is deleted, and its annotations are listed', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  await tagBy(page, 'the old bridge is safe', 'A mayor')
  await tagBy(page, '“It is safe,”', 'B mayor')
  await tagBy(page, 'two cables are broken', 'C engineer')
  await expect.poll(() => storedRegisters(path).speakers.length).toBe(3)
  await page.keyboard.press('Alt+3')
  const panel = page.getByRole('tabpanel', { name: 'Speakers' })
  const list = panel.getByRole('listbox', { name: 'Speakers' })
  await list.getByRole('option', { name: 'C engineer' }).click()
  await panel.getByRole('button', { name: 'Show its annotations' }).click()
  await expectAnnotations(page, 1)

  await list.getByRole('option', { name: 'A mayor' }).click()
  await page.keyboard.press('Shift+ArrowDown')
  await panel.getByRole('button', { name: 'Merge 2 speakers into…' }).click()
  await page.getByRole('combobox', { name: 'Merge into' }).fill('b mayor')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await panel.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect
    .poll(() => storedAttributions(path, 'Bridge'))
    .toEqual(['B mayor', 'B mayor', 'C engineer'])

  await list.getByRole('option', { name: 'B mayor' }).click()
  await panel.getByRole('button', { name: 'Delete…' }).click()
  await expect(panel.getByText('Named in 2 annotations')).toBeVisible()
  await panel.getByRole('button', { name: 'Delete B mayor' }).click()
  await expect.poll(() => storedAttributions(path, 'Bridge')).toEqual(['', '', 'C engineer'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect
    .poll(() => storedAttributions(path, 'Bridge'))
    .toEqual(['B mayor', 'B mayor', 'C engineer'])
})

test('a speaker is added to the registry and found by another name', async ({ home, start }) => {
  const { page, path } = await openBridge(home, start)
  const panel = await openSpeakers(page)
  await expect(panel.getByText('Nobody yet.')).toBeVisible()
  await panel.getByRole('searchbox', { name: 'Find or add a speaker' }).fill('Harbour Office')
  await panel.getByRole('button', { name: 'Add speaker' }).click()
  const details = panel.getByRole('group', { name: 'Speaker Harbour Office' })
  await details.getByRole('textbox', { name: 'Add another name' }).fill('the port')
  await page.keyboard.press('Enter')
  await details.getByRole('checkbox', { name: 'keep the name back' }).check()
  await expect
    .poll(() => storedRegisters(path).speakers)
    .toMatchObject([{ name: 'Harbour Office', aliases: ['the port'], anonymous: true }])
  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('1')
  await page.keyboard.press('s')
  await page.keyboard.type('the port')
  await page.keyboard.press('Enter')
  await expect.poll(() => storedAttributions(path, 'Bridge')).toEqual(['Harbour Office'])
})
