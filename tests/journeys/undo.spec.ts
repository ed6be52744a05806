import { expectAnnotations, openDocument, waitUntilSaved } from '../workbench/annotations.ts'
import { articleOf, dragOver } from '../workbench/article.ts'
import { openBridge } from '../workbench/open-bridge.ts'
import { makeProject, storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

const safe = 'claim: the old bridge is safe'
const broken = 'quote: two cables are broken'

test('tags are undone and redone by key and by button, also after a restart', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Bridge: bridge })
  const first = await start(path)
  await openDocument(first.page, 'Bridge')
  await dragOver(first.page, 'the old bridge is safe')
  await first.page.keyboard.press('1')
  await dragOver(first.page, 'two cables are broken')
  await first.page.keyboard.press('2')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([safe, broken])

  await first.page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([safe])
  await expectAnnotations(first.page, 1)
  await first.page.keyboard.press('ControlOrMeta+Shift+z')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([safe, broken])
  await first.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([safe])
  await waitUntilSaved(first.page)
  await first.close()

  const { page } = await start(path)
  await expect(articleOf(page)).toContainText('The mayor said')
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([safe, broken])
  await expectAnnotations(page, 2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([])
  await expectAnnotations(page, 0)

  // What becomes impossible as it is pressed keeps the keyboard, and does nothing more.
  const redo = page.getByRole('button', { name: 'Redo' })
  await redo.click()
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([safe])
  await page.keyboard.press('Enter')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([safe, broken])
  await expect(redo).toBeDisabled()
  await expect(redo).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Search the project…' })).toBeFocused()
})

test('a new tag after an undo leaves nothing to redo', async ({ home, start }) => {
  const { page, path } = await openBridge(home, start)
  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('1')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([safe])
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([])
  await dragOver(page, 'two cables are broken')
  await page.keyboard.press('2')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([broken])
  await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled()
})

test('undo shows the document it changes', async ({ home, start }) => {
  const path = await makeProject(home, { Bridge: bridge, Ferry: 'The ferry is late again.' })
  const { page } = await start(path)
  await openDocument(page, 'Bridge')
  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('1')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([safe])
  await openDocument(page, 'Ferry')
  await expect(articleOf(page)).toContainText('The ferry is late again.')

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(articleOf(page)).toContainText('The mayor said')
  await expectAnnotations(page, 0)
  await page.getByRole('button', { name: 'Redo' }).click()
  await expectAnnotations(page, 1)
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([safe])
})
