import {
  annotationOn,
  expectAnnotations,
  openDocument,
  saveStatus,
  waitUntilSaved,
} from '../workbench/annotations.ts'
import { dragOver } from '../workbench/article.ts'
import { makeProject, storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

test('what was shown as saved is there after the process is killed', async ({ home, start }) => {
  const path = await makeProject(home, { Bridge: bridge })
  const expected: string[] = []
  for (const [words, key, label] of [
    ['Bridge shut', '4', 'analysis'],
    ['the old bridge is safe', '1', 'claim'],
    ['An engineer disagreed', '3', 'denial'],
  ] as const) {
    const { page, kill } = await start(path)
    await openDocument(page, 'Bridge')
    await expectAnnotations(page, expected.length)
    await dragOver(page, words)
    await page.keyboard.press(key)
    await expectAnnotations(page, expected.length + 1)
    await waitUntilSaved(page)
    await kill()
    expected.push(`${label}: ${words}`)
    expect(storedTags(path, 'Bridge')).toEqual(expected)
  }
  const { page } = await start(path)
  await openDocument(page, 'Bridge')
  await expectAnnotations(page, 3)
})

test('a page whose server is gone says so and keeps the tag', async ({ home, shell, start }) => {
  test.skip(shell === 'desktop', 'in the desktop shell the page ends with the process')
  const path = await makeProject(home, { Bridge: bridge })
  const { page, kill } = await start(path)
  await openDocument(page, 'Bridge')
  await waitUntilSaved(page)
  await kill()
  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('1')
  await expect(saveStatus(page)).toHaveText('Not saved')
  await expect(annotationOn(page, 'the old bridge is safe')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'does not answer' })).toBeVisible()
})
