import type { Page } from '@playwright/test'

import { expectAccessible } from '../workbench/accessibility.ts'
import { openDocument, selectedAnnotation, waitUntilSaved } from '../workbench/annotations.ts'
import { clickIn, dragOver } from '../workbench/article.ts'
import { makeProject, storedAttributions, storedIn, storedRegisters } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

/** What the first stored annotation of the article answers. */
function answers(path: string): unknown {
  return storedIn(path).get('Bridge')?.annotations[0]?.attributes
}

async function tagQuote(page: Page): Promise<void> {
  await openDocument(page, 'Bridge')
  await dragOver(page, '“It is safe,”')
  await page.keyboard.press('2')
  await waitUntilSaved(page)
}

test('attributes are filled in by keyboard, undone, and there again after reopening', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Bridge: bridge })
  const first = await start(path)
  const { page } = first
  await tagQuote(page)
  const selected = selectedAnnotation(page)
  const speaker = selected.getByRole('combobox', { name: 'Speaker missing' })
  await expect(speaker).toBeVisible()
  await page.keyboard.press('f')
  await expect(speaker).toBeFocused()
  await page.keyboard.type('The mayor')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(selected.getByText('The mayor')).toBeVisible()
  await page.keyboard.press('f')
  const kind = selected.getByRole('radiogroup', { name: 'Kind missing' })
  await expect(kind.getByRole('radio', { name: 'direct', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect.poll(() => answers(path)).toEqual({ kind: 'partial' })
  await expect(selected.getByText('missing')).toHaveCount(0)
  await expectAccessible(page, 'fields of an annotation')
  await page.keyboard.press('Space')
  await expect.poll(() => answers(path)).toEqual({})
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => answers(path)).toEqual({ kind: 'partial' })
  await waitUntilSaved(page)
  await first.close()

  const again = await start(path)
  await clickIn(again.page, 'is safe,”')
  const partial = selectedAnnotation(again.page).getByRole('radio', { name: 'partial' })
  await expect(partial).toBeChecked()
})

test('answers of another label are kept until they are taken out', async ({ home, start }) => {
  const path = await makeProject(home, { Bridge: bridge })
  const { page } = await start(path)
  await tagQuote(page)
  const selected = selectedAnnotation(page)
  await selected.getByRole('radio', { name: 'direct', exact: true }).click()
  await expect.poll(() => answers(path)).toEqual({ kind: 'direct' })
  await clickIn(page, 'is safe,”')
  await page.keyboard.press('1')
  const strays = selected.getByRole('group', { name: 'Not part of this label' })
  await strays.getByRole('button', { name: 'Take out kind: direct' }).click()
  await expect.poll(() => answers(path)).toEqual({})
  await selected
    .getByRole('radiogroup', { name: 'Checkable' })
    .getByRole('radio', { name: 'No' })
    .click()
  await expect.poll(() => answers(path)).toEqual({ checkable: false })
})

test('a chain of speakers is typed, completed, reordered and shortened', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Bridge: bridge })
  const { page } = await start(path)
  await tagQuote(page)
  const selected = selectedAnnotation(page)
  const input = selected.getByRole('combobox', { name: 'Speaker' })
  await page.keyboard.press('s')
  await page.keyboard.type('City Radio')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ángela Ruiz')
  await page.keyboard.press('Enter')
  await expect.poll(() => storedAttributions(path, 'Bridge')).toEqual(['City Radio › Ángela Ruiz'])

  await page.keyboard.press('Backspace')
  await expect.poll(() => storedAttributions(path, 'Bridge')).toEqual(['City Radio'])
  await page.keyboard.type('angela')
  await expect(page.getByRole('option', { name: 'Ángela Ruiz' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => storedAttributions(path, 'Bridge')).toEqual(['City Radio › Ángela Ruiz'])
  await expect(input).toHaveValue('')
  expect(storedRegisters(path).speakers).toHaveLength(2)

  const chain = selected.getByRole('grid', { name: 'Speaker, in order' })
  await chain.getByRole('row', { name: 'Ángela Ruiz' }).focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => storedAttributions(path, 'Bridge')).toEqual(['Ángela Ruiz › City Radio'])
  await chain.getByRole('button', { name: 'Actions for City Radio' }).click()
  await page.getByRole('menuitem', { name: 'Take out' }).click()
  await expect.poll(() => storedAttributions(path, 'Bridge')).toEqual(['Ángela Ruiz'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => storedAttributions(path, 'Bridge')).toEqual(['Ángela Ruiz › City Radio'])
  // The file has it a moment before the page.
  await expect(chain.getByRole('row', { name: 'City Radio' })).toBeVisible()

  // A name that was typed and not confirmed is kept when the field is left.
  await input.fill('A passer-by')
  await page.keyboard.press('Tab')
  await expect
    .poll(() => storedAttributions(path, 'Bridge'))
    .toEqual(['Ángela Ruiz › City Radio › A passer-by'])
})

test('Escape gives up a half-written speaker; leaving the field takes the name', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Bridge: bridge })
  const { page } = await start(path)
  await tagQuote(page)
  await page.keyboard.press('s')
  await page.keyboard.type('The ma')
  const speaker = selectedAnnotation(page).getByRole('combobox')
  await page.keyboard.press('Escape')
  await expect(speaker).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(speaker).not.toBeFocused()
  await waitUntilSaved(page)
  expect(storedAttributions(path, 'Bridge')).toEqual([''])

  await page.keyboard.press('s')
  await page.keyboard.type('The mayor')
  await page.keyboard.press('Tab')
  await expect.poll(() => storedAttributions(path, 'Bridge')).toEqual(['The mayor'])
})
