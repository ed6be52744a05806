import type { Locator, Page } from '@playwright/test'

export function articleOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Article text' })
}

/** The text as the page shows it, paragraphs parted by line feeds. */
export async function shownText(page: Page): Promise<string> {
  return articleOf(page).evaluate((article) =>
    Array.from(article.querySelectorAll('p'), (paragraph) => paragraph.textContent).join('\n'),
  )
}

export async function selectedText(page: Page): Promise<string> {
  return page.evaluate(() => document.getSelection()?.toString() ?? '')
}

/** A place between two letters on screen: the middle of its line and the line's height, in CSS pixels. */
type Point = { readonly x: number; readonly y: number; readonly height: number }

/** Words in the text; `occurrence` counts from 1. */
type Words = { readonly words: string; readonly occurrence: number }

/** Scrolls words into view and finds where they begin and end on screen. */
async function edgesOf(page: Page, place: Words): Promise<{ start: Point; end: Point }> {
  return articleOf(page).evaluate(async (article, { words, occurrence }) => {
    const paragraphs = [...article.querySelectorAll('p')]
    const text = paragraphs.map((paragraph) => paragraph.textContent).join('\n')
    let at = -1
    for (let count = 0; count < occurrence; count += 1) {
      at = text.indexOf(words, at + 1)
      if (at === -1) throw new Error(`The text does not say “${words}” ${count + 1} times.`)
    }
    const range = document.createRange()
    let passed = 0
    for (const paragraph of paragraphs) {
      const node = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode()
      const length = paragraph.textContent.length
      const isIn = (offset: number) => offset >= passed && offset <= passed + length
      if (node !== null && isIn(at)) range.setStart(node, at - passed)
      const end = at + words.length
      if (node !== null && isIn(end)) range.setEnd(node, end - passed)
      passed += length + 1
    }
    const paragraph = range.startContainer.parentElement
    // Sections that come into view take their real height only then: until nothing moves any more.
    let top = Number.NaN
    for (let still = 0, frames = 0; still < 3 && frames < 60; frames += 1) {
      paragraph?.scrollIntoView({ block: 'center', behavior: 'instant' })
      centreWithin(article, range)
      await new Promise(requestAnimationFrame)
      const now = range.getBoundingClientRect().top
      still = now === top ? still + 1 : 0
      top = now
    }
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
    const [first, last] = [rects[0], rects.at(-1)]
    if (first === undefined || last === undefined) throw new Error(`“${words}” is not shown.`)
    return {
      start: { x: first.left, y: first.top + first.height / 2, height: first.height },
      end: { x: last.right, y: last.top + last.height / 2, height: last.height },
    }

    /** In a small window a paragraph may be higher than what shows the text. */
    function centreWithin(child: Element, wanted: Range): void {
      let scroller: Element | null = child
      while (scroller !== null && getComputedStyle(scroller).overflowY !== 'auto') {
        scroller = scroller.parentElement
      }
      if (scroller === null) return
      const [view, found] = [scroller.getBoundingClientRect(), wanted.getBoundingClientRect()]
      const isInView = found.top >= view.top && found.bottom <= view.bottom
      if (!isInView) scroller.scrollBy(0, (found.top + found.bottom - view.top - view.bottom) / 2)
    }
  }, place)
}

/** Selects words with the mouse: presses at their start, lets go at their end. */
export async function dragOver(page: Page, words: string, occurrence = 1): Promise<void> {
  await startDrag(page, words, occurrence)
  await page.mouse.up()
}

/** The same with the mouse still pressed. Gives where it is. */
export async function startDrag(page: Page, words: string, occurrence = 1): Promise<Point> {
  const { start, end } = await edgesOf(page, { words, occurrence })
  // A hair inside the first and last letter, which is nearer to these edges than to the other ones.
  await page.mouse.move(start.x + 0.5, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2)
  await page.mouse.move(end.x - 0.5, end.y)
  return end
}

/** Clicks into words, a little after their start. */
export async function clickIn(page: Page, words: string, occurrence = 1): Promise<void> {
  const { start } = await edgesOf(page, { words, occurrence })
  await page.mouse.click(start.x + 4, start.y)
}

/** Drags the start of the selected annotation, which begins with `words`, by its knob above the line to where `target` starts. */
export async function dragStart(page: Page, words: string, target: string): Promise<void> {
  const { start: to } = await edgesOf(page, { words: target, occurrence: 1 })
  const { start: from } = await edgesOf(page, { words, occurrence: 1 })
  await page.mouse.move(from.x, from.y - from.height / 2 - 6)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, to.y)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
}

/** Drags the end of the selected annotation, which ends with `words`, by its knob below the line to where `target` ends. */
export async function dragEnd(page: Page, words: string, target: string): Promise<void> {
  const { end: to } = await edgesOf(page, { words: target, occurrence: 1 })
  const { end: from } = await edgesOf(page, { words, occurrence: 1 })
  await page.mouse.move(from.x, from.y + from.height / 2 + 6)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, to.y)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
}

/** Every stretch of text that is painted, by the name of its highlight. */
export async function paintedTexts(
  page: Page,
): Promise<readonly { readonly highlight: string; readonly text: string }[]> {
  return page.evaluate(() =>
    [...CSS.highlights].flatMap(([highlight, ranges]) =>
      [...ranges].map((painted) => {
        const range = document.createRange()
        range.setStart(painted.startContainer, painted.startOffset)
        range.setEnd(painted.endContainer, painted.endOffset)
        return { highlight, text: range.toString() }
      }),
    ),
  )
}
