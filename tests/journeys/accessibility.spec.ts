import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expectAccessibleInThemes } from '../workbench/accessibility.ts'
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

const groups: Readonly<Record<string, readonly Screen[]>> = {
  'the desk': deskScreens,
  'the parts below the documents': referenceScreens,
  'the find bar': findScreens,
  'the dialogs': dialogScreens,
}

test('axe finds nothing wrong on the start screen and in choosers', async ({
  home,
  shell,
  start,
}) => {
  await makeProject(home, {})
  const { page } = await start(null)
  await expect(page.getByRole('heading', { name: 'Verbatim' })).toBeVisible()
  await expectAccessibleInThemes(page, 'start screen')
  await openSample(page)
  await page.getByRole('button', { name: 'Close project' }).click()
  await expect(page.getByRole('grid', { name: 'Recent projects' })).toBeVisible()
  await expectAccessibleInThemes(page, 'start screen with recent projects')
  if (shell === 'desktop') return
  for (const chooser of ['New project', 'Open project']) {
    await page.getByRole('button', { name: `${chooser}…` }).click()
    await expect(page.getByRole('dialog', { name: chooser })).toBeVisible()
    await expectAccessibleInThemes(page, chooser)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: chooser })).toBeHidden()
  }
})

for (const [group, screens] of Object.entries(groups)) {
  test(`axe finds nothing wrong in ${group}`, async ({ start }) => {
    // Dozens of screens, each in four looks.
    test.slow()
    const { page } = await start(null)
    await openSample(page)
    for (const screen of screens) {
      await screen.show(page)
      await expectAccessibleInThemes(page, screen.name)
      await screen.leave(page)
    }
  })
}

test('axe finds nothing wrong with an empty desk and a refused file', async ({ home, start }) => {
  const { page, importFiles } = await start(await makeProject(home, {}))
  await expect(page.getByRole('button', { name: 'Add articles' })).toBeVisible()
  await expectAccessibleInThemes(page, 'empty desk')
  await page.getByRole('button', { name: 'Import…' }).click()
  const empty = join(home, 'empty.txt')
  await writeFile(empty, '')
  await importFiles([empty])
  await expect(page.getByRole('alert').filter({ hasText: 'empty.txt' })).toBeVisible()
  await expectAccessibleInThemes(page, 'a refused file')
})

test('axe finds nothing wrong with a project that can only be read', async ({ home, start }) => {
  const path = await makeProject(home, { Bridge: bridge })
  tagStored(path, 'Bridge', [{ words: 'An engineer', label: 'claim', speaker: 'The mayor' }])
  await chmod(path, 0o444)
  const { page } = await start(path)
  await openDocument(page, 'Bridge')
  await clickIn(page, 'An engineer')
  await expect(selectedAnnotation(page)).toBeVisible()
  await expectAccessibleInThemes(page, 'a project that can only be read')
})

test('axe finds nothing wrong with what is not saved', async ({ home, shell, start }) => {
  test.skip(shell === 'desktop', 'there the page ends with the process')
  const { page, kill } = await start(await makeProject(home, { Bridge: bridge }))
  await openDocument(page, 'Bridge')
  await kill()
  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('1')
  await expect(saveStatus(page)).toHaveText('Not saved')
  await expectAccessibleInThemes(page, 'not saved')
})
