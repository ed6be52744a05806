import { DatabaseSync } from 'node:sqlite'

import type { Page } from '@playwright/test'

import { expectAccessibleInThemes } from '../workbench/accessibility.ts'
import { expectAnnotations, waitUntilSaved } from '../workbench/annotations.ts'
import { articleOf, dragOver } from '../workbench/article.ts'
import { makeProject, storedIn } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

/** Alters a file as another program might. */
function alter(path: string, change: string): void {
  const db = new DatabaseSync(path, { timeout: 5000 })
  db.exec(change)
  db.close()
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Check project' })

test('a project is checked by key, and is sound', async ({ start, home }) => {
  const { page } = await start(await makeProject(home, { Bridge: bridge }))
  await articleOf(page).press('Alt+c')
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('heading', { name: 'Nothing wrong was found' })).toBeFocused()
  await expect(dialog).toContainText('the file itself, 1 document, 0 annotations')
  await expectAccessibleInThemes(page, 'a check')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Check report' })).toBeHidden()
})

test('what is not as it should be is listed, with what to do and the way to it', async ({
  start,
  home,
}) => {
  const path = await makeProject(home, { Bridge: bridge })
  const { page } = await start(path)
  await dragOver(page, 'old bridge')
  await page.keyboard.press('1')
  await waitUntilSaved(page)
  const [annotation] = storedIn(path).get('Bridge')?.annotations ?? []
  alter(path, "UPDATE annotations SET quote = 'new bridge'")
  await page.reload()
  await page.getByRole('alert').getByRole('button', { name: 'Check project…' }).click()
  const dialog = dialogOf(page)
  await expect(
    dialog.getByRole('heading', { name: '1 thing is not as it should be' }),
  ).toBeFocused()
  await expect(dialog).toContainText('expected “new bridge”, found “old bridge”')
  await expect(dialog).toContainText('Nothing was changed')
  await expectAccessibleInThemes(page, 'what a check found')
  await dialog.getByRole('button', { name: `Show annotation ${annotation?.id}` }).click()
  await expect(dialog).toBeHidden()
  await expectAnnotations(page, 0)
  await page.getByRole('button', { name: 'Check report' }).click()
  await expect(dialog).toBeVisible()
})
