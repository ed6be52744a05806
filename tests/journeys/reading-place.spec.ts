import type { Page } from '@playwright/test'

import { openDocument } from '../workbench/annotations.ts'
import { articleOf, clickIn } from '../workbench/article.ts'
import { makeProject } from '../workbench/project.ts'
import { tagStored } from '../workbench/tagged-project.ts'
import { expect, test } from '../workbench/test.ts'
import { long } from '../workbench/texts.ts'

/** Height of the line where words stand, in CSS px from the top of the window. */
async function lineOf(page: Page, words: string): Promise<number> {
  return articleOf(page).evaluate((article, wanted) => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at === -1) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      return range.getBoundingClientRect().top
    }
    return Number.NaN
  }, words)
}

/** Scrolls so that a paragraph begins at the upper edge of the text. */
async function readFrom(page: Page, words: string): Promise<void> {
  await articleOf(page)
    .getByText(words)
    .evaluate(async (paragraph) => {
      for (let frame = 0; frame < 6; frame += 1) {
        paragraph.scrollIntoView({ block: 'start', behavior: 'instant' })
        await new Promise(requestAnimationFrame)
      }
    })
}

async function sizeOf(page: Page): Promise<string> {
  return articleOf(page).evaluate((article) => getComputedStyle(article).fontSize)
}

const tagged = 'Paragraph 78 of the report'

test('the first line in view stays there while size, typeface and measures of the text change', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Report: long })
  const { page } = await start(path)
  await openDocument(page, 'Report')
  await articleOf(page).focus()
  await readFrom(page, 'Paragraph 77 of')
  const before = await lineOf(page, 'Paragraph 77 of')
  const isKept = async (): Promise<boolean> =>
    Math.abs((await lineOf(page, 'Paragraph 77 of')) - before) < 3

  for (let times = 0; times < 8; times += 1) await page.keyboard.press('=')
  await expect.poll(() => sizeOf(page)).toBe('27px')
  await expect.poll(isKept).toBe(true)
  for (let times = 0; times < 8; times += 1) await page.keyboard.press('-')
  await expect.poll(() => sizeOf(page)).toBe('19px')
  await expect.poll(isKept).toBe(true)

  await page.keyboard.press('ControlOrMeta+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('radio', { name: 'Sans serif' }).click({ force: true })
  await expect.poll(isKept).toBe(true)
  await settings.getByRole('slider', { name: 'Line length' }).press('Home')
  await expect.poll(isKept).toBe(true)
  await settings.getByRole('slider', { name: 'Line height' }).press('End')
  await expect.poll(isKept).toBe(true)
  await settings.getByRole('slider', { name: 'Text size' }).press('Home')
  await expect.poll(() => sizeOf(page)).toBe('14px')
  await expect.poll(isKept).toBe(true)
  await settings.getByRole('button', { name: 'Close' }).click()
  expect(await isKept()).toBe(true)
})

test('the selected annotation stays where it is if it is in view', async ({ home, start }) => {
  const path = await makeProject(home, { Report: long })
  tagStored(path, 'Report', [{ words: tagged, label: 'claim' }])
  const { page } = await start(path)
  await openDocument(page, 'Report')
  await clickIn(page, tagged)
  const before = await lineOf(page, tagged)
  for (let times = 0; times < 8; times += 1) await page.keyboard.press('=')
  await expect.poll(() => sizeOf(page)).toBe('27px')
  await expect.poll(async () => Math.abs((await lineOf(page, tagged)) - before)).toBeLessThan(3)
})
