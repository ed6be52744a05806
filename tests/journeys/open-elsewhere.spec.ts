import { draftOf } from '../../app/workbench/project/model.fixture.ts'
import { openProject } from '../../app/workbench/project/open-project.ts'
import { expectAccessible } from '../workbench/accessibility.ts'
import { openDocument, waitUntilSaved } from '../workbench/annotations.ts'
import { dragOver } from '../workbench/article.ts'
import { makeProject, storedTags, valueOf } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

test('a project that another program changes is shown as it is saved there, and goes on here once that is closed', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Bridge: bridge })
  const elsewhere = valueOf(openProject(path, { program: 'Other window' }))
  const { page } = await start(path)
  await openDocument(page, 'Bridge')
  const banner = page.getByRole('complementary', { name: 'Why nothing can be changed' })
  await expect(banner).toContainText(`open for changes in Other window (process ${process.pid} on `)
  await expect(page.getByRole('status').filter({ hasText: 'Read-only' })).toBeVisible()
  await expectAccessible(page, 'a project open elsewhere')

  const project = elsewhere.project()
  const after = { ...project, name: 'Renamed elsewhere' }
  valueOf(elsewhere.commit(draftOf({ entity: 'project', before: project, after })))
  await expect(page.getByRole('heading', { name: 'Renamed elsewhere' })).toBeVisible()

  await page.getByRole('button', { name: 'Open for changes' }).click()
  await expect(page.getByRole('alert')).toContainText('is already open in Other window')
  await page.getByRole('button', { name: 'Dismiss' }).click()

  elsewhere.close()
  await expect(banner).toContainText('not open elsewhere any more')
  await page.keyboard.press('Alt+o')
  await expect(banner).toBeHidden()
  await dragOver(page, 'two cables')
  await page.keyboard.press('1')
  await waitUntilSaved(page)
  expect(storedTags(path, 'Bridge')).toEqual(['claim: two cables'])
})
