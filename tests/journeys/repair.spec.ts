import { readFile, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'

import { articleOf } from '../workbench/article.ts'
import { makeProject } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

test('a damaged project is repaired into a new one, which says what was lost', async ({
  home,
  start,
  shell,
}) => {
  test.skip(shell === 'desktop', 'the dialog of the system names the new file there')
  const path = await makeProject(home, { Bridge: bridge })
  const db = new DatabaseSync(path, { readOnly: true })
  const found = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'labels'").get()
  db.close()
  const page = Number(found?.['rootpage'])
  await writeFile(path, (await readFile(path)).fill(0, 4096 * (page - 1), 4096 * page))

  const workbench = await start(null)
  await workbench.openProject('News.verbatim')
  await expect(workbench.page.getByRole('alert')).toContainText('damaged')
  await workbench.page.keyboard.press('Alt+Shift+M')
  await workbench.page.getByRole('button', { name: 'Choose the damaged project…' }).click()
  const choosing = workbench.page.getByRole('dialog', { name: 'Project to repair' })
  await choosing.getByRole('option', { name: 'News.verbatim' }).click()
  await choosing.getByRole('button', { name: 'Choose', exact: true }).click()
  const naming = workbench.page.getByRole('dialog', { name: 'Save what is readable as' })
  const repaired = Promise.withResolvers<null>()
  await workbench.page.route('**/call/project.repair', async (route) => {
    await repaired.promise
    await route.continue()
  })
  await naming.getByRole('button', { name: 'Repair', exact: true }).click()
  const dialog = workbench.page.getByRole('dialog', { name: 'Repair a project' })

  // Left aside, it goes on on the start screen, which is the way back to it.
  await dialog.getByRole('button', { name: 'Work on meanwhile' }).click()
  await expect(dialog).toBeHidden()
  await workbench.page.getByRole('button', { name: 'Repairing', exact: true }).click()
  repaired.resolve(null)
  await expect(
    dialog.getByRole('heading', { name: 'Saved as “News (repaired).verbatim”' }),
  ).toBeVisible()
  await expect(dialog.getByRole('listitem').first()).toContainText('“labels”')
  await dialog.getByRole('button', { name: 'Open it' }).click()
  await expect(articleOf(workbench.page)).toContainText('The mayor said')
})
