import {
  annotationsIn,
  expectAnnotations,
  selectedAnnotation,
  waitUntilSaved,
} from '../workbench/annotations.ts'
import { clickIn, dragOver, paintedTexts } from '../workbench/article.ts'
import { openBridge } from '../workbench/open-bridge.ts'
import { storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'

const outer = '“The mayor says ‘the bridge is safe’, but two cables are broken.”'
const inner = '‘the bridge is safe’'
const crossing = 'disagreed: “The mayor'

test('annotations nest, cross and share one span, and each is painted and can be reached', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  await dragOver(page, outer)
  await page.keyboard.press('2')
  await dragOver(page, inner)
  await page.keyboard.press('2')
  await page.keyboard.press('1')
  await dragOver(page, crossing)
  await page.keyboard.press('3')

  await expect
    .poll(() => storedTags(path, 'Bridge'))
    .toEqual([`denial: ${crossing}`, `quote: ${outer}`, `quote: ${inner}`, `claim: ${inner}`])
  await waitUntilSaved(page)

  const painted = await paintedTexts(page)
  const lanes = (words: string) =>
    painted.filter(({ text }) => text === words).map(({ highlight }) => highlight)
  // Two nested spans of one label in one highlight would merge, and the inner one vanish.
  expect(lanes(inner).some((lane) => lanes(outer).includes(lane))).toBe(false)
  expect(new Set(lanes(inner).filter((lane) => lane.includes('quote'))).size).toBe(1)
  expect(new Set(lanes(inner).filter((lane) => lane.includes('claim'))).size).toBe(1)
  expect(lanes(crossing).length).toBeGreaterThan(0)

  await clickIn(page, 'bridge is safe’')
  const here = page.getByRole('radiogroup', { name: 'Annotations here' }).getByRole('radio')
  await expect(here).toHaveCount(3)
  const label = selectedAnnotation(page).getByRole('radiogroup', { name: 'Label', exact: true })
  const seen = new Set<string>()
  for (let step = 0; step < 3; step += 1) {
    const option = annotationsIn(page).and(page.locator('[aria-selected="true"]'))
    await expect(option).toHaveCount(1)
    const text = await option.textContent()
    const checked = await label.getByRole('radio', { checked: true }).getAttribute('value')
    seen.add(`${checked ?? ''} ${text ?? ''}`)
    await page.keyboard.press('o')
    await expect(option).not.toHaveText(text ?? '')
  }
  expect(seen.size).toBe(3)
  // The other way round leads back to where one step led from.
  const chosen = page.getByRole('radiogroup', { name: 'Annotations here' })
  const before = await chosen.getByRole('radio', { checked: true }).getAttribute('value')
  await page.keyboard.press('o')
  await expect(chosen.getByRole('radio', { checked: true })).not.toHaveAttribute(
    'value',
    before ?? '',
  )
  await page.keyboard.press('Shift+O')
  await expect(chosen.getByRole('radio', { checked: true })).toHaveAttribute('value', before ?? '')
})

test('the same label on the same span is one annotation', async ({ home, start }) => {
  const { page, path } = await openBridge(home, start)
  await dragOver(page, inner)
  await page.keyboard.press('2')
  await page.keyboard.press('2')
  await waitUntilSaved(page)
  await expectAnnotations(page, 1)
  expect(storedTags(path, 'Bridge')).toEqual([`quote: ${inner}`])
})
