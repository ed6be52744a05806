import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { openDocument, waitUntilSaved } from '../workbench/annotations.ts'
import { dragOver } from '../workbench/article.ts'
import { makeProject, storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

test('a backup is made while working, and restored from the start screen after the project is lost', async ({
  home,
  start,
  shell,
}) => {
  test.skip(shell === 'desktop', 'the dialog of the system names the new file there')
  const path = await makeProject(home, { Bridge: bridge })
  const first = await start(path)
  await openDocument(first.page, 'Bridge')
  await dragOver(first.page, 'two cables')
  await first.page.keyboard.press('1')
  await waitUntilSaved(first.page)
  await first.page.keyboard.press('Alt+b')
  await expect(first.page.getByText(/^Backed up at/)).toBeVisible()
  await first.kill()
  await rm(path)

  const { page } = await start(null)
  await page.getByRole('button', { name: 'Restore a backup…' }).click()
  const backups = page.getByRole('dialog', { name: 'Restore a backup' })
  await expect(backups.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  const naming = page.getByRole('dialog', { name: 'Restore as a new file' })
  await expect(naming.getByRole('button', { name: 'Restore' })).toBeEnabled()
  await naming.getByRole('textbox', { name: 'File name' }).fill('Again.verbatim')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The backup is restored as “Again.verbatim”.')).toBeVisible()
  expect(storedTags(join(home, 'Again.verbatim'), 'Bridge')).toEqual(['claim: two cables'])
})
