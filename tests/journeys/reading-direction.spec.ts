import type { Page } from '@playwright/test'

import { expectAnnotations, openDocument, waitUntilSaved } from '../workbench/annotations.ts'
import { articleOf, dragEnd, dragOver } from '../workbench/article.ts'
import { openBridge } from '../workbench/open-bridge.ts'
import { makeProject, storedIn, storedTags } from '../workbench/project.ts'
import { dragRelation, storedRelations } from '../workbench/relations.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

const hebrew = 'ראש העיר אמרה שהגשר בטוח.\n\nOK אמר המהנדס, ושני כבלים קרועים.'

/** The side at which the first letter of each paragraph's line stands. */
async function sides(page: Page): Promise<readonly string[]> {
  return articleOf(page).evaluate((article) =>
    [...article.querySelectorAll('p')]
      .filter((paragraph) => paragraph.textContent !== '')
      .map((paragraph) => getComputedStyle(paragraph).direction),
  )
}

test('a text that runs from right to left is seen as such, can be tagged, and the side can be chosen for each document', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Gesher: hebrew, Bridge: bridge })
  const { page } = await start(path)
  await openDocument(page, 'Gesher')
  await expect.poll(() => sides(page)).toEqual(['rtl', 'rtl'])
  await dragOver(page, 'ראש העיר')
  await page.keyboard.press('1')
  await expect.poll(() => storedTags(path, 'Gesher')).toEqual(['claim: ראש העיר'])

  await page.getByRole('button', { name: 'Reading direction: right to left' }).click()
  await page.getByRole('menuitemradio', { name: 'Read from left to right' }).click()
  await expect.poll(() => sides(page)).toEqual(['ltr', 'ltr'])
  await openDocument(page, 'Bridge')
  await expect(page.getByRole('button', { name: 'Reading direction: left to right' })).toBeVisible()
  await openDocument(page, 'Gesher')
  await expect.poll(() => sides(page)).toEqual(['ltr', 'ltr'])
  await waitUntilSaved(page)
  expect(storedIn(path).get('Gesher')?.document.direction).toBe('ltr')

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => sides(page)).toEqual(['rtl', 'rtl'])
})

test('what is drawn at an annotation follows the side and the typeface', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('1')
  await dragOver(page, 'two')
  await page.keyboard.press('3')
  await expectAnnotations(page, 2)

  await page.keyboard.press('Alt+Shift+R')
  await expect.poll(() => sides(page)).toEqual(['rtl', 'rtl', 'rtl', 'rtl'])
  await dragEnd(page, 'two', 'cables')
  await expect.poll(() => storedTags(path, 'Bridge')[1]).toEqual('denial: two cables')

  await page.keyboard.press('ControlOrMeta+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('radio', { name: 'Sans serif' }).click({ force: true })
  await settings.getByRole('button', { name: 'Close' }).click()
  await dragEnd(page, 'cables', 'are')
  await expect.poll(() => storedTags(path, 'Bridge')[1]).toEqual('denial: two cables are')

  await page.keyboard.press('Alt+Shift+L')
  await expect.poll(() => sides(page)).toEqual(['ltr', 'ltr', 'ltr', 'ltr'])
  await dragRelation(page, 'two cables are', 'the old bridge is safe')
  const relation = page.getByRole('dialog', { name: 'Which relation?' })
  await expect(relation.getByRole('option', { selected: true })).toContainText('denies')
  await relation.getByRole('button', { name: 'Relate' }).click()
  await expect
    .poll(() => storedRelations(path))
    .toEqual(['two cables are denies the old bridge is safe'])
})
