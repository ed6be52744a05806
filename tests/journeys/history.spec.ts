import { expectAnnotations, waitUntilSaved } from '../workbench/annotations.ts'
import { clickIn, dragOver } from '../workbench/article.ts'
import { openBridge } from '../workbench/open-bridge.ts'
import { storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'

test('the history tells what was done and by whom, and leads back to any point, which undo takes back', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('1')
  await dragOver(page, '“It is safe,”')
  await page.keyboard.press('2')
  await dragOver(page, 'two cables are broken')
  await page.keyboard.press('3')
  await expectAnnotations(page, 3)
  await waitUntilSaved(page)
  const all = storedTags(path, 'Bridge')

  await page.keyboard.press('Alt+4')
  const history = page.getByRole('list', { name: 'History' })
  const entries = history.getByRole('listitem').filter({ hasText: /Tag|Import|Go back|Undone/ })
  await expect(history).toContainText('Tag denial')
  await expect(history).toContainText('Bridge')
  await expect(history).toContainText('Ada')

  await page.getByRole('button', { name: /Go back to right after “Tag claim”/ }).click()
  await expectAnnotations(page, 1)
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['claim: the old bridge is safe'])
  await expect(history).toContainText('Go back to “Tag claim”')

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expectAnnotations(page, 3)
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(all)
  await expect(history).toContainText('Undone: Go back to “Tag claim”')
  await expect(entries.first()).toBeVisible()

  await page.getByRole('button', { name: 'Go back to the beginning' }).click()
  await expect(page.getByRole('listbox', { name: 'Documents' })).toBeHidden()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(all)
})

test('the history tells which annotation was changed, and from what to what', async ({
  home,
  start,
}) => {
  const { page } = await openBridge(home, start)
  await dragOver(page, 'old bridge')
  await page.keyboard.press('1')
  await waitUntilSaved(page)
  await page.keyboard.press('Alt+4')
  const history = page.getByRole('list', { name: 'History' })
  const entry = (summary: string) =>
    history.getByRole('listitem').filter({ hasText: summary }).last()
  await expect(entry('Tag claim')).toContainText('Claim “old bridge”')

  await clickIn(page, 'old bridge')
  await page.keyboard.press('s')
  await page.keyboard.type('Ada Holm')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(entry('Set speaker to Ada Holm')).toContainText('Speaker: none → Ada Holm')

  await clickIn(page, 'old bridge')
  await page.keyboard.press('4')
  await expect(entry('Relabel claim as analysis')).toContainText('Label: Claim → Analysis')
  await page.keyboard.press('Alt+Period')
  await expect(entry('Move boundary')).toContainText('Analysis “old bridge is”')
  await expect(entry('Move boundary')).toContainText('Now with “is”')

  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  await undo.click()
  await expect(entry('Undone: Move boundary')).toContainText('Now without “is”')
  await undo.click()
  await undo.click()
  await expect(entry('Undone: Set speaker to Ada Holm')).toContainText('Speaker: Ada Holm → none')
})
