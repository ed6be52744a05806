import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expectAccessible } from '../workbench/accessibility.ts'
import {
  expectAnnotations,
  openDocument,
  saveStatus,
  selectedAnnotation,
} from '../workbench/annotations.ts'
import { clickIn, dragOver } from '../workbench/article.ts'
import { makeProject } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong on the start screen and in choosers, ${colorScheme}`, async ({
    home,
    shell,
    start,
  }) => {
    await makeProject(home, {})
    const { page } = await start(null)
    await page.emulateMedia({ colorScheme })
    await expect(page.getByRole('heading', { name: 'Verbatim' })).toBeVisible()
    await expectAccessible(page, 'start screen')
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('button', { name: 'Close project' }).click()
    await expect(page.getByRole('grid', { name: 'Recent projects' })).toBeVisible()
    await expectAccessible(page, 'start screen with recent projects')
    if (shell === 'desktop') return
    for (const name of ['New project', 'Open project']) {
      await page.getByRole('button', { name: `${name}…` }).click()
      await expect(page.getByRole('dialog', { name })).toBeVisible()
      await expectAccessible(page, name)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog', { name })).toBeHidden()
    }
  })

  test(`axe finds nothing wrong in the workbench and its dialogs, ${colorScheme}`, async ({
    home,
    start,
  }) => {
    const { page, importFiles } = await start(null)
    await page.emulateMedia({ colorScheme })
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await expectAnnotations(page, 15)
    await expectAccessible(page, 'article')
    await clickIn(page, 'had this report for nine days')
    await expect(selectedAnnotation(page)).toBeVisible()
    await expect(page.getByRole('radiogroup', { name: 'Annotations here' })).toBeVisible()
    await expectAccessible(page, 'article with a selected annotation')

    await page.getByRole('button', { name: 'Export…' }).click()
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
    await expectAccessible(page, 'Export')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Import…' }).click()
    await expect(page.getByRole('dialog', { name: 'Import' })).toBeVisible()
    await expectAccessible(page, 'Import')

    const empty = join(home, 'empty.txt')
    await writeFile(empty, '')
    await importFiles([empty])
    await expect(page.getByRole('alert').filter({ hasText: 'empty.txt' })).toBeVisible()
    await expectAccessible(page, 'a refused file')
  })

  test(`axe finds nothing wrong with what cannot be saved and with the sheet of keys, ${colorScheme}`, async ({
    home,
    shell,
    start,
  }) => {
    const path = await makeProject(home, { Bridge: bridge })
    const { page, kill } = await start(path)
    await page.emulateMedia({ colorScheme })
    await openDocument(page, 'Bridge')
    await clickIn(page, 'An engineer')
    await page.keyboard.press('Shift+?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page, 'sheet of keys')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    // In the desktop shell the page ends with the process.
    if (shell === 'desktop') return
    await kill()
    await dragOver(page, 'the old bridge is safe')
    await page.keyboard.press('1')
    await expect(saveStatus(page)).toHaveText('Not saved')
    await expectAccessible(page, 'not saved')
  })
}
