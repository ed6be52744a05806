import { expectAnnotations, waitUntilSaved } from '../workbench/annotations.ts'
import { dragOver } from '../workbench/article.ts'
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
