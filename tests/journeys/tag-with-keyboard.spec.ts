import type { Page } from '@playwright/test'

import { expectAnnotations, waitUntilSaved } from '../workbench/annotations.ts'
import { articleOf } from '../workbench/article.ts'
import { makeProject, storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

/** The key that makes arrows go by words. */
const word = process.platform === 'darwin' ? 'Alt' : 'Control'
const toStart = process.platform === 'darwin' ? 'Meta+ArrowUp' : 'Control+Home'
const lineEnd = process.platform === 'darwin' ? 'Meta+ArrowRight' : 'End'
const lineStart = process.platform === 'darwin' ? 'Meta+ArrowLeft' : 'Home'

async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key)
}

/** Tabs from where the focus is until the article has it; the number of stops on the way is bounded. */
async function tabToArticle(page: Page): Promise<void> {
  await expect(articleOf(page)).toBeVisible()
  for (let stops = 0; stops < 30; stops += 1) {
    const isThere = await articleOf(page).evaluate((article) => article === document.activeElement)
    if (isThere) return
    await page.keyboard.press('Tab')
  }
  await expect(articleOf(page)).toBeFocused()
}

test('all four labels are given without a mouse', async ({ home, start }) => {
  // A second paragraph that takes one line.
  const text = bridge.replace('she told reporters', 'she said')
  const path = await makeProject(home, { Bridge: text })
  const { page } = await start(path)
  await tabToArticle(page)

  // To the end of the headline.
  await press(page, toStart)
  await press(page, `Shift+${lineEnd}`)
  await press(page, '4')
  await expectAnnotations(page, 1)

  // By words, from the start of the next paragraph.
  await press(page, 'ArrowRight')
  await press(page, 'ArrowRight', 2)
  await press(page, `${word}+Shift+ArrowRight`, 3)
  await press(page, '1')
  await expectAnnotations(page, 2)

  // By characters; the selection grows backwards from the caret.
  await press(page, 'ArrowRight')
  await press(page, 'Shift+ArrowLeft', 4)
  await press(page, '3')
  await expectAnnotations(page, 3)

  // Back to the start of the line.
  await press(page, lineEnd)
  await press(page, `Shift+${lineStart}`)
  await press(page, '2')
  await expectAnnotations(page, 4)

  await expect
    .poll(() => storedTags(path, 'Bridge'))
    .toEqual([
      'analysis: Bridge shut',
      'quote: The mayor said the old bridge is safe. “It is safe,” she said.',
      'claim: The mayor said',
      'denial: said',
    ])
  await waitUntilSaved(page)
})

test('what no one sees as one character is never cut, however the selection ends', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Family: '👨‍👩‍👧‍👦 came.\n\nNai\u0308ve.' })
  const { page } = await start(path)
  await tabToArticle(page)

  await press(page, toStart)
  await press(page, 'Shift+ArrowRight')
  await press(page, '1')
  await expect.poll(() => storedTags(path, 'Family')).toEqual(['claim: 👨‍👩‍👧‍👦'])

  await press(page, 'ArrowDown', 2)
  await press(page, lineStart)
  await press(page, 'ArrowRight', 2)
  await press(page, 'Shift+ArrowRight')
  await press(page, '2')
  await expect.poll(() => storedTags(path, 'Family')).toEqual(['claim: 👨‍👩‍👧‍👦', 'quote: i\u0308'])
})
