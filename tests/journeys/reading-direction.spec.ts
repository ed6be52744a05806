import type { Page } from '@playwright/test'

import { openDocument, waitUntilSaved } from '../workbench/annotations.ts'
import { articleOf, dragOver } from '../workbench/article.ts'
import { makeProject, storedIn, storedTags } from '../workbench/project.ts'
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
