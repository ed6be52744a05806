import {
  annotationOn,
  annotationsIn,
  expectAnnotations,
  openDocument,
  selectedAnnotation,
} from '../workbench/annotations.ts'
import { articleOf, clickIn, dragOver } from '../workbench/article.ts'
import { dialogScreens } from '../workbench/dialog-screens.ts'
import { makeProject, storedTags } from '../workbench/project.ts'
import { expectReachable } from '../workbench/reachable.ts'
import { deskScreens, findScreens, openSample, referenceScreens } from '../workbench/screens.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

/** In CSS px: a half screen, and 1280 × 960 at 200% zoom. */
const toured = [
  { width: 900, height: 700 },
  { width: 640, height: 480 },
]
/** The narrowest that WCAG asks for (1280 at 400%), where nobody works but some read. */
const narrowest = { width: 320, height: 640 }

for (const size of toured) {
  const name = `${size.width} × ${size.height}`

  test(`everything can be reached at ${name}`, async ({ start }) => {
    const { page } = await start(null)
    await page.setViewportSize(size)
    await expectReachable(page, 'start screen')
    await openSample(page)
    await expectReachable(page, 'desk')
    for (const screen of [...deskScreens, ...referenceScreens, ...findScreens, ...dialogScreens]) {
      await screen.show(page)
      await expectReachable(page, screen.name)
      await screen.leave(page)
    }
  })
}

for (const size of [...toured, narrowest]) {
  const name = `${size.width} × ${size.height}`

  test(`an article is read and tagged at ${name}`, async ({ home, start }) => {
    const path = await makeProject(home, { Bridge: bridge })
    const { page } = await start(path)
    await page.setViewportSize(size)
    await openDocument(page, 'Bridge')
    await clickIn(page, 'Bridge shut')
    // Some lines of some words: enough to read on.
    const seen = await articleOf(page).evaluate((article) => {
      let { top, bottom, width } = article.getBoundingClientRect()
      for (let part = article.parentElement; part !== null; part = part.parentElement) {
        if (getComputedStyle(part).overflowY === 'visible') continue
        const box = part.getBoundingClientRect()
        top = Math.max(top, box.top)
        bottom = Math.min(bottom, box.bottom)
      }
      return {
        lines: (bottom - top) / Number.parseFloat(getComputedStyle(article).lineHeight),
        width,
      }
    })
    expect(seen.lines).toBeGreaterThan(5)
    expect(seen.width).toBeGreaterThan(250)

    await dragOver(page, 'the old bridge is safe')
    await page
      .getByRole('toolbar', { name: 'Labels' })
      .getByRole('button', { name: 'Claim' })
      .click()
    await expectAnnotations(page, 1)
    await dragOver(page, 'two cables are broken')
    await page.keyboard.press('3')
    await expect
      .poll(() => storedTags(path, 'Bridge'))
      .toEqual(['claim: the old bridge is safe', 'denial: two cables are broken'])

    await clickIn(page, 'the old bridge is safe')
    await selectedAnnotation(page).getByRole('textbox', { name: 'Note' }).fill('Who says so?')
    await annotationOn(page, 'two cables are broken').click()
    await selectedAnnotation(page).getByText('Analysis').click()
    await expect.poll(() => storedTags(path, 'Bridge')[1]).toBe('analysis: two cables are broken')
    await selectedAnnotation(page).getByRole('button', { name: 'Delete annotation' }).click()
    await expect(annotationsIn(page)).toHaveCount(1)
  })
}
