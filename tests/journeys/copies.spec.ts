import { readFile } from 'node:fs/promises'

import type { Locator, Page } from '@playwright/test'

import { expectAccessibleInThemes } from '../workbench/accessibility.ts'
import { expectAnnotations, openDocument, waitUntilSaved } from '../workbench/annotations.ts'
import { articleOf } from '../workbench/article.ts'
import { makeProject, storedAttributions, storedTags } from '../workbench/project.ts'
import { expectReachable } from '../workbench/reachable.ts'
import { tagStored } from '../workbench/tagged-project.ts'
import { expect, test } from '../workbench/test.ts'

const agency =
  'The harbour of Kanal will stay shut until Friday, the port authority said on Monday.\n\n' +
  'A union denied that its members had stopped work. “Nobody has been on strike,” its chair said 👨‍👩‍👧‍👦.\n\n' +
  'Ships with grain wait off the coast, and the price of bread has risen by a tenth since the spring.'

const texts = {
  Agency: agency,
  Paper: `From our correspondent.\n\n${agency.replace('Nobody has been on strike', 'No one was on strike')}`,
  Radio: agency,
  Weather: 'It rained on all of the coast for three days, and nobody minded.',
}

async function taggedProject(home: string): Promise<string> {
  const path = await makeProject(home, texts)
  tagStored(path, 'Agency', [
    { words: 'will stay shut until Friday', label: 'claim', speaker: 'The port authority' },
    { words: 'denied that its members had stopped work', label: 'denial', note: 'By phone.' },
    { words: 'Nobody has been on strike', label: 'quote' },
  ])
  return path
}

function dialogOf(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Find copies' })
}

function placesIn(page: Page): Locator {
  return dialogOf(page)
    .getByRole('listbox', { name: 'Annotations to carry over' })
    .getByRole('option')
}

test('annotations are carried over to the copies of an article but where unticked, as one step to undo', async ({
  home,
  start,
}) => {
  const path = await taggedProject(home)
  const { page, exportFile } = await start(path)
  const exported = async (): Promise<string> => {
    await page.getByRole('button', { name: 'Export…' }).click()
    return readFile(await exportFile(), 'utf8')
  }
  await openDocument(page, 'Paper')
  const before = await exported()

  await articleOf(page).press('Alt+Shift+W')
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('heading', { name: '1 article has copies' })).toBeFocused()
  await expectAccessibleInThemes(page, 'articles with copies')
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('row', { name: /^Agency, 2 copies/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('heading', { name: 'Agency' })).toBeFocused()
  const rows = dialog.getByRole('grid', { name: 'To these documents' }).getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rows.and(page.locator('[aria-selected="true"]'))).toHaveCount(2)
  await expect(rows.first()).toContainText('same text')
  await expect(rows.nth(1)).toContainText('% the same')
  await expectAccessibleInThemes(page, 'the copies of an article')

  await dialog.getByRole('button', { name: 'Preview…' }).click()
  await expect(dialog.getByRole('status')).toHaveText(
    '5 annotations for 2 documents · 1 without a place',
  )
  await expect(placesIn(page)).toHaveCount(6)
  const unfit = placesIn(page).filter({ hasText: 'other words there' })
  await expect(unfit).toHaveCount(1)
  await expect(unfit).toBeDisabled()
  await expectAccessibleInThemes(page, 'what would be carried over')
  await placesIn(page).filter({ hasText: 'Denial' }).last().click()
  await dialog.getByRole('button', { name: 'Carry over 4 annotations' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Carried 4 annotations over to 2 documents.').first()).toBeVisible()
  await expectAnnotations(page, 1)
  await waitUntilSaved(page)
  expect(storedTags(path, 'Radio')).toEqual(storedTags(path, 'Agency'))
  expect(storedAttributions(path, 'Radio')).toEqual(['The port authority', '', ''])
  expect(storedTags(path, 'Paper')).toEqual(['claim: will stay shut until Friday'])
  expect(storedTags(path, 'Weather')).toEqual([])

  await articleOf(page).press('ControlOrMeta+z')
  await expectAnnotations(page, 0)
  await waitUntilSaved(page)
  expect(await exported()).toBe(before)
})

test('what stands there already is told and not added again, and a copy is opened from the list', async ({
  home,
  start,
}) => {
  const path = await taggedProject(home)
  const { page } = await start(path)
  const carryAll = async (): Promise<void> => {
    await dialogOf(page)
      .getByRole('row', { name: /^Agency/ })
      .click()
    await dialogOf(page).getByRole('button', { name: 'Preview…' }).click()
  }
  await articleOf(page).press('Alt+Shift+W')
  await carryAll()
  await dialogOf(page).getByRole('button', { name: 'Carry over 5 annotations' }).click()
  await page.getByRole('button', { name: 'Copies found' }).click()
  await carryAll()
  await expect(dialogOf(page).getByRole('status')).toHaveText(
    '0 annotations for 2 documents · 1 without a place · 5 there already',
  )
  await expect(placesIn(page).filter({ hasText: 'there already' }).first()).toBeDisabled()
  await expect(
    dialogOf(page).getByRole('button', { name: 'Carry over 0 annotations' }),
  ).toBeDisabled()
  await dialogOf(page).getByRole('button', { name: 'Back' }).click()
  await dialogOf(page).getByRole('button', { name: 'Open Radio' }).click()
  await expect(dialogOf(page)).toBeHidden()
  await expect(
    page.getByRole('region', { name: 'Article' }).getByRole('heading', { name: 'Radio' }),
  ).toBeVisible()
  await expectAnnotations(page, 3)
})

for (const width of [900, 320]) {
  test(`copies are seen and carried over at ${width} px`, async ({ home, start }) => {
    const { page } = await start(await taggedProject(home))
    await page.setViewportSize({ width, height: 640 })
    await articleOf(page).press('Alt+Shift+W')
    await expect(dialogOf(page).getByRole('row', { name: /^Agency/ })).toBeVisible()
    await expectReachable(page, 'articles with copies')
    await dialogOf(page)
      .getByRole('row', { name: /^Agency/ })
      .click()
    await expectReachable(page, 'the copies of an article')
    await dialogOf(page).getByRole('button', { name: 'Preview…' }).click()
    await expect(placesIn(page).first()).toBeVisible()
    await expectReachable(page, 'what would be carried over')
  })
}
