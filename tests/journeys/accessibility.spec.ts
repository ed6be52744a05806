import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { expectAccessibleInBoth, expectContrastInBoth } from '../workbench/accessibility.ts'
import { openDocument, saveStatus, selectedAnnotation } from '../workbench/annotations.ts'
import { clickIn, dragOver } from '../workbench/article.ts'
import { dialogScreens } from '../workbench/dialog-screens.ts'
import { makeProject } from '../workbench/project.ts'
import {
  deskScreens,
  findScreens,
  openSample,
  referenceScreens,
  type Screen,
} from '../workbench/screens.ts'
import { tagStored } from '../workbench/tagged-project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

/** Each is looked at in light and in dark. */
const themes = ['as the system', 'high contrast'] as const
type Theme = (typeof themes)[number]

const groups: Readonly<Record<string, readonly Screen[]>> = {
  'the desk': deskScreens,
  'the parts below the documents': referenceScreens,
  'the find bar': findScreens,
  'the dialogs': dialogScreens,
}

async function show(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  if (theme === 'as the system') return
  await page.keyboard.press('ControlOrMeta+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByText('High contrast').click()
  await expect(settings.getByRole('radio', { name: 'High contrast' })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(settings).toBeHidden()
}

for (const theme of themes) {
  const expectSound = theme === 'as the system' ? expectAccessibleInBoth : expectContrastInBoth

  test(`axe finds nothing wrong on the start screen and in choosers, ${theme}`, async ({
    home,
    shell,
    start,
  }) => {
    await makeProject(home, {})
    const { page } = await start(null)
    await expect(page.getByRole('heading', { name: 'Verbatim' })).toBeVisible()
    await show(page, theme)
    await expectSound(page, 'start screen')
    await openSample(page)
    await page.getByRole('button', { name: 'Close project' }).click()
    await expect(page.getByRole('grid', { name: 'Recent projects' })).toBeVisible()
    await expectSound(page, 'start screen with recent projects')
    if (shell === 'desktop') return
    for (const chooser of ['New project', 'Open project']) {
      await page.getByRole('button', { name: `${chooser}…` }).click()
      await expect(page.getByRole('dialog', { name: chooser })).toBeVisible()
      await expectSound(page, chooser)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog', { name: chooser })).toBeHidden()
    }
  })

  for (const [group, screens] of Object.entries(groups)) {
    test(`axe finds nothing wrong in ${group}, ${theme}`, async ({ start }) => {
      const { page } = await start(null)
      await openSample(page)
      await show(page, theme)
      for (const screen of screens) {
        await screen.show(page)
        await expectSound(page, screen.name)
        await screen.leave(page)
      }
    })
  }

  test(`axe finds nothing wrong with an empty desk and a refused file, ${theme}`, async ({
    home,
    start,
  }) => {
    const { page, importFiles } = await start(await makeProject(home, {}))
    await expect(page.getByRole('button', { name: 'Add articles' })).toBeVisible()
    await show(page, theme)
    await expectSound(page, 'empty desk')
    await page.getByRole('button', { name: 'Import…' }).click()
    const empty = join(home, 'empty.txt')
    await writeFile(empty, '')
    await importFiles([empty])
    await expect(page.getByRole('alert').filter({ hasText: 'empty.txt' })).toBeVisible()
    await expectSound(page, 'a refused file')
  })

  test(`axe finds nothing wrong with a project that can only be read, ${theme}`, async ({
    home,
    start,
  }) => {
    const path = await makeProject(home, { Bridge: bridge })
    tagStored(path, 'Bridge', [{ words: 'An engineer', label: 'claim', speaker: 'The mayor' }])
    await chmod(path, 0o444)
    const { page } = await start(path)
    await show(page, theme)
    await openDocument(page, 'Bridge')
    await clickIn(page, 'An engineer')
    await expect(selectedAnnotation(page)).toBeVisible()
    await expectSound(page, 'a project that can only be read')
  })

  test(`axe finds nothing wrong with what is not saved, ${theme}`, async ({
    home,
    shell,
    start,
  }) => {
    test.skip(shell === 'desktop', 'there the page ends with the process')
    const { page, kill } = await start(await makeProject(home, { Bridge: bridge }))
    await show(page, theme)
    await openDocument(page, 'Bridge')
    await kill()
    await dragOver(page, 'the old bridge is safe')
    await page.keyboard.press('1')
    await expect(saveStatus(page)).toHaveText('Not saved')
    await expectSound(page, 'not saved')
  })
}
