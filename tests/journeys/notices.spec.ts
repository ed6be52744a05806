import { openDocument } from '../workbench/annotations.ts'
import { makeProject } from '../workbench/project.ts'
import { expectReachable } from '../workbench/reachable.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

for (const size of [
  { width: 1280, height: 800 },
  { width: 900, height: 700 },
  { width: 320, height: 640 },
]) {
  test(`what is told covers no control at ${size.width} × ${size.height}`, async ({
    home,
    start,
  }) => {
    const path = await makeProject(home, { Bridge: bridge })
    const { page } = await start(path)
    await page.setViewportSize(size)
    await openDocument(page, 'Bridge')
    await page.getByRole('region', { name: 'Article' }).scrollIntoViewIfNeeded()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+Enter')
    const notice = page.getByText('No other document is left to do.')
    await expect(notice).toBeVisible()
    const told = await notice.boundingBox()
    await expectReachable(page, 'the desk under a notice')
    await expect(notice).toBeVisible()
    const text = await page.getByRole('region', { name: 'Article' }).evaluate((article) => {
      article.scrollIntoView({ block: 'end', behavior: 'instant' })
      article.closest('.desk-stack')?.scrollTo(0, 0)
      return article.querySelector('.article-scroller')?.getBoundingClientRect()
    })
    if (told === null || text === undefined) throw new Error('Nothing is told.')
    expect(told.x).toBeGreaterThanOrEqual(text.left)
    expect(told.x + told.width).toBeLessThanOrEqual(text.right)
    expect(told.y).toBeGreaterThanOrEqual(text.top)
    expect(told.y + told.height).toBeLessThanOrEqual(text.bottom)
  })
}
