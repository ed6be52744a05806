import { DatabaseSync } from 'node:sqlite'

import type { Page } from '@playwright/test'

import { openDocument, waitUntilSaved } from '../workbench/annotations.ts'
import { articleOf, dragOver, selectedText } from '../workbench/article.ts'
import { makeProject } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge, long } from '../workbench/texts.ts'

const words = 'Paragraph 77 of the report'
const selected = 'The commission heard witnesses'
/** Where what is selected in that paragraph ends, in UTF-16 code units. */
const focus = long.indexOf(selected, long.indexOf(words)) + selected.length

/** The selection that the project file keeps for the document shown last. */
function storedView(path: string): unknown {
  using db = new DatabaseSync(path, { readOnly: true })
  return { ...db.prepare('SELECT focus FROM views ORDER BY saved_seq DESC LIMIT 1').get() }
}

/** Height of the paragraph above the bottom of the window, in CSS pixels. */
async function placeOf(page: Page, opening: string): Promise<number> {
  return articleOf(page).evaluate((article, start) => {
    const paragraphs = [...article.querySelectorAll('p')]
    const found = paragraphs.find((paragraph) => paragraph.textContent.startsWith(start))
    return found?.getBoundingClientRect().top ?? Number.NaN
  }, opening)
}

for (const how of ['closed with its button', 'left as it is'] as const) {
  test(`a project ${how} opens again at the same document, place and selection`, async ({
    home,
    start,
  }) => {
    const path = await makeProject(home, { Bridge: bridge, Report: long })
    const first = await start(path)
    await openDocument(first.page, 'Report')
    await dragOver(first.page, words)
    await first.page.keyboard.press('1')
    await waitUntilSaved(first.page)
    await dragOver(first.page, selected, 77)
    const before = await placeOf(first.page, words)
    if (how === 'closed with its button') {
      await first.page.getByRole('button', { name: 'Close project' }).click()
      await expect(first.page.getByRole('heading', { name: 'Verbatim' })).toBeVisible()
    } else {
      // The place is kept once the reader has rested at it.
      await expect.poll(() => storedView(path)).toEqual({ focus })
    }
    await first.close()

    const { page } = await start(path)
    const documents = page.getByRole('listbox', { name: 'Documents' }).getByRole('option')
    await expect(documents.filter({ hasText: 'Report' })).toHaveAttribute('aria-selected', 'true')
    // To the line: the page may begin anywhere within it.
    await expect.poll(async () => Math.abs((await placeOf(page, words)) - before)).toBeLessThan(40)
    await articleOf(page).focus()
    await expect.poll(() => selectedText(page)).toBe(selected)
  })
}
