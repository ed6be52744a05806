import type { Page } from '@playwright/test'

import { openReader } from '../../app/workbench/project/reader.ts'
import { articleOf } from './article.ts'
import { valueOf } from './project.ts'

/** Every relation in the project file by the words of its ends: `nobody closed it denies the harbour is closed`. */
export function storedRelations(path: string): readonly string[] {
  const reader = valueOf(openReader(path))
  try {
    const annotations = reader
      .documents()
      .flatMap(({ document }) => reader.annotations(document.id))
    const quotes = new Map(annotations.map(({ id, quote }) => [id, quote]))
    return reader
      .relations()
      .map(({ type, from, to }) => `${quotes.get(from) ?? '?'} ${type} ${quotes.get(to) ?? '?'}`)
      .toSorted()
  } finally {
    reader.close()
  }
}

/**
 * Drags the knob of the selected annotation, which ends with `words`, onto the first place where `target` stands; lets go
 * there, or presses Escape before.
 */
export async function dragRelation(
  page: Page,
  words: string,
  target: string,
  end: 'drop' | 'escape' = 'drop',
): Promise<void> {
  const from = await boxOf(page, words)
  const to = await boxOf(page, target)
  await page.mouse.move(from.right + 9, from.top - 4)
  await page.mouse.down()
  await page.mouse.move((from.right + to.left) / 2, (from.top + to.top) / 2)
  await page.mouse.move(to.left + 8, (to.top + to.bottom) / 2)
  if (end === 'escape') await page.keyboard.press('Escape')
  await page.mouse.up()
}

/** Where words of one line stand in the window, in CSS px. */
async function boxOf(page: Page, words: string): Promise<DOMRect> {
  return articleOf(page).evaluate((article, wanted) => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at === -1) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const rect = [...range.getClientRects()].at(-1)
      if (rect !== undefined) return rect
    }
    throw new Error(`The text does not say “${wanted}”.`)
  }, words)
}
