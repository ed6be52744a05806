import { expectAnnotations, openDocument } from '../workbench/annotations.ts'
import { articleOf, paintedTexts } from '../workbench/article.ts'
import { storedIn } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'

test('the sample opens from the start screen, tagged and ready to read', async ({ start }) => {
  const { page } = await start(null)
  await expect(page.getByRole('heading', { name: 'Verbatim' })).toBeVisible()
  await page.getByRole('button', { name: 'Open the sample' }).click()

  await expect(articleOf(page)).toContainText('The water in Orvik Harbour was safe on Monday')
  await expectAnnotations(page, 18)
  const painted = await paintedTexts(page)
  expect(painted.map(({ text }) => text)).toContain('‘This is the best water on the coast.’')
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
})

test('a new project is made, closed, found among the recent ones and opened again', async ({
  start,
}) => {
  const { page, newProject } = await start(null)
  const path = await newProject('Harbour.verbatim')
  await expect(page.getByRole('region', { name: 'Documents' })).toBeVisible()
  expect(storedIn(path).size).toBe(0)

  await page.getByRole('button', { name: 'Close project' }).click()
  const recent = page.getByRole('grid', { name: 'Recent projects' })
  await recent.getByRole('row', { name: 'Harbour' }).click()
  await expect(page.getByRole('region', { name: 'Documents' })).toBeVisible()
})

test('a project is opened by choosing its file', async ({ start }) => {
  const { page, newProject, openProject } = await start(null)
  await newProject('Harbour.verbatim')
  await page.getByRole('button', { name: 'Import…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Ferry')
  await dialog.getByRole('textbox', { name: 'Text' }).fill('The ferry is late.')
  await dialog.getByRole('button', { name: 'Add text' }).click()
  await expect(articleOf(page)).toContainText('The ferry is late.')
  await page.getByRole('button', { name: 'Close project' }).click()

  await openProject('Harbour.verbatim')
  await openDocument(page, 'Ferry')
  await expect(articleOf(page)).toContainText('The ferry is late.')
})

test('a project opened in one tab is shown in the others, in place of what they showed', async ({
  shell,
  start,
}) => {
  test.skip(shell === 'desktop', 'the desktop shell has one window')
  const { page, newProject } = await start(null)
  const token = await page.evaluate(() => sessionStorage.getItem('verbatim.token'))
  const other = await page.context().newPage()
  await other.goto(`${new URL(page.url()).origin}/?token=${token}`)
  await expect(other.getByRole('heading', { name: 'Verbatim' })).toBeVisible()

  await page.getByRole('button', { name: 'Open the sample' }).click()
  await expect(articleOf(other)).toContainText('The water in Orvik Harbour was safe on Monday')
  await expectAnnotations(other, 18)

  await page.getByRole('button', { name: 'Close project' }).click()
  await expect(other.getByRole('heading', { name: 'Verbatim' })).toBeVisible()
  await newProject('Ferries.verbatim')
  await expect(other.getByRole('heading', { name: 'Ferries' })).toBeVisible()
})
