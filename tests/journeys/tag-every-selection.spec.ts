import type { Page } from '@playwright/test'

import { articleOf, clickIn, selectedText, shownText, startDrag } from '../workbench/article.ts'
import { openBridge } from '../workbench/open-bridge.ts'
import { storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'

/** The key that makes arrows go by words. */
const word = process.platform === 'darwin' ? 'Alt' : 'Control'

async function holdClaim(page: Page): Promise<void> {
  await page.keyboard.press('Shift+Digit1')
  await expect(page.getByRole('status').filter({ hasText: 'Every selection' })).toContainText(
    'Every selection becomes Claim; Enter tags what is selected by key.',
  )
}

test('a drag that began in the text tags wherever the mouse is let go', async ({ home, start }) => {
  const { page, path } = await openBridge(home, start)
  await clickIn(page, 'Bridge shut')
  await holdClaim(page)
  const list = await page.getByRole('region', { name: 'Annotations' }).boundingBox()
  const article = await articleOf(page).boundingBox()
  if (list === null || article === null) throw new Error('The desk is not shown.')

  // Beside the text of the article.
  const first = await startDrag(page, 'Bridge shut')
  await page.mouse.move(article.x + article.width + 12, first.y)
  await page.mouse.up()
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['claim: Bridge shut'])

  // Over another part of the window.
  const second = await startDrag(page, 'safe. “It is safe,”')
  await page.mouse.move(list.x + 40, second.y)
  await page.mouse.up()
  await expect.poll(() => storedTags(path, 'Bridge')).toHaveLength(2)
  expect(storedTags(path, 'Bridge')[1]).toMatch(/^claim: safe\. “It is safe,”/)

  // What began elsewhere tags nothing.
  await clickIn(page, 'An engineer')
  await page.keyboard.press('w')
  await expect.poll(() => selectedText(page)).toBe('An')
  await page.getByRole('region', { name: 'Annotations' }).click({ position: { x: 60, y: 12 } })
  expect(storedTags(path, 'Bridge')).toHaveLength(2)
})

test('what is selected by key is tagged by Enter, and not on the way there', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  const text = await shownText(page)
  await clickIn(page, 'reporters')
  await holdClaim(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Select text to tag it as Claim.')).toBeAttached()

  await page.keyboard.press('w')
  await page.keyboard.press('e')
  await page.keyboard.press('t')
  await expect.poll(() => selectedText(page)).toBe('“It is safe,” she told reporters.')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => storedTags(path, 'Bridge'))
    .toEqual(['claim: “It is safe,” she told reporters.'])

  await clickIn(page, 'An engineer')
  await page.keyboard.press('Home')
  for (let words = 0; words < 2; words += 1) {
    await page.keyboard.press(`${word}+Shift+ArrowRight`)
  }
  await page.keyboard.press('Enter')
  await expect
    .poll(() => storedTags(path, 'Bridge'))
    .toEqual(['claim: “It is safe,” she told reporters.', 'claim: An engineer'])

  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  await page.keyboard.press('Enter')
  await page.keyboard.press('2')
  // The paragraph is a quote, and no claim.
  await expect.poll(() => storedTags(path, 'Bridge')).toHaveLength(3)
  expect(storedTags(path, 'Bridge').filter((tag) => tag.startsWith('quote'))).toHaveLength(1)
  expect(await shownText(page)).toBe(text)
})
