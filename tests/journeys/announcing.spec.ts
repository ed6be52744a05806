import { openDocument } from '../workbench/annotations.ts'
import { clickIn } from '../workbench/article.ts'
import { openBridge } from '../workbench/open-bridge.ts'
import { makeProject } from '../workbench/project.ts'
import { tagStored } from '../workbench/tagged-project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

test('the caret coming into an annotation, into several and out again is told to screen readers', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Bridge: bridge })
  tagStored(path, 'Bridge', [
    { words: 'The mayor said the old bridge is safe.', label: 'claim', speaker: 'The mayor' },
    { words: 'old bridge', label: 'quote', note: 'hers' },
  ])
  const { page } = await start(path)
  await openDocument(page, 'Bridge')
  const told = (words: string) => page.getByText(words, { exact: true })
  await clickIn(page, 'mayor said')
  await expect(told('In Claim, The mayor.')).toBeAttached()
  await clickIn(page, 'old bridge')
  await expect(told('2 annotations overlap: Claim, The mayor; Quote, with note.')).toBeAttached()
  await clickIn(page, 'is safe.')
  await expect(told('Still in Claim, The mayor.')).toBeAttached()
  await clickIn(page, 'An engineer')
  await expect(told('Left Claim, The mayor.')).toBeAttached()
})

test('every part of the window is a landmark with a name, reached by F6 in turn', async ({
  home,
  start,
}) => {
  const { page } = await openBridge(home, start)
  await clickIn(page, 'An engineer')
  const region = () =>
    page.evaluate(() =>
      document.activeElement?.closest('[data-region]')?.getAttribute('data-region'),
    )
  const visited: unknown[] = []
  for (let turn = 0; turn < 4; turn += 1) {
    await page.keyboard.press('F6')
    visited.push(await region())
  }
  expect(new Set(visited)).toEqual(new Set(['documents', 'guidelines', 'article', 'annotations']))
  for (const name of ['Documents', 'Article', 'Annotations', 'Reference']) {
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible()
  }
})
