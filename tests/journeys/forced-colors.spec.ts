import { annotationOn, annotationsIn, expectAnnotations } from '../workbench/annotations.ts'
import { articleOf, clickIn } from '../workbench/article.ts'
import { openSample } from '../workbench/screens.ts'
import { expect, test } from '../workbench/test.ts'

test('where the system sets all colours, what is tagged, chosen and focused is still told apart', async ({
  start,
}) => {
  const { page } = await start(null)
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await openSample(page)
  await clickIn(page, 'had this report for nine days')
  await expectAnnotations(page, 18)

  // Labels by their lines, for their colours are gone.
  const lines = await articleOf(page).evaluate((article) =>
    ['claim', 'quote', 'denial', 'analysis'].map(
      (label) => getComputedStyle(article, `::highlight(label-${label}-0)`).textDecorationStyle,
    ),
  )
  expect(lines).toEqual(['solid', 'dotted', 'wavy', 'dashed'])

  const chosen = annotationOn(page, 'The commission had this report').and(
    page.locator('[aria-selected="true"]'),
  )
  const background = (element: Element): string => getComputedStyle(element).backgroundColor
  expect(await chosen.evaluate(background)).not.toBe(
    await annotationsIn(page)
      .and(page.locator('[aria-selected="false"]'))
      .first()
      .evaluate(background),
  )
  await articleOf(page).press('Alt+3')
  await expect(page.getByRole('searchbox', { name: 'Find or add a speaker' })).not.toHaveCSS(
    'outline-style',
    'none',
  )
  // Nothing moves by itself.
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})
