import { waitUntilSaved } from '../workbench/annotations.ts'
import { articleOf, clickIn, selectedText, shownText } from '../workbench/article.ts'
import { openBridge } from '../workbench/open-bridge.ts'
import { storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'

const outer = '“The mayor says ‘the bridge is safe’, but two cables are broken.”'
const paragraph = `An engineer disagreed: ${outer}`

test('a selection grows from the caret to the whole text by one key and shrinks by another', async ({
  home,
  start,
}) => {
  const { page } = await openBridge(home, start)
  await clickIn(page, 'bridge is safe’')
  const steps = [
    'bridge',
    'the bridge is safe',
    '‘the bridge is safe’',
    outer.slice(1, -1),
    outer,
    paragraph,
  ]
  for (const step of steps) {
    await page.keyboard.press('e')
    await expect.poll(() => selectedText(page)).toBe(step)
  }
  await page.keyboard.press('e')
  await expect.poll(async () => (await selectedText(page)).startsWith('Bridge shut')).toBe(true)
  for (const step of steps.toReversed()) {
    await page.keyboard.press('Shift+E')
    await expect.poll(() => selectedText(page)).toBe(step)
  }
  await page.keyboard.press('Shift+E')
  await expect.poll(() => selectedText(page)).toBe('')
  await expect(page.getByText('Nothing is selected.')).toBeAttached()
})

test('the word, sentence, quotation and paragraph at the caret are selected by a key each, and tagged', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  const text = await shownText(page)
  await clickIn(page, 'bridge is safe’')
  for (const [key, words] of [
    ['w', 'bridge'],
    ['q', '‘the bridge is safe’'],
    ['q', outer],
    ['p', paragraph],
  ] as const) {
    await page.keyboard.press(key)
    await expect.poll(() => selectedText(page)).toBe(words)
  }
  await clickIn(page, 'reporters')
  await page.keyboard.press('t')
  await expect.poll(() => selectedText(page)).toBe('“It is safe,” she told reporters.')
  await page.keyboard.press('q')
  await expect(page.getByText('No quotation here.')).toBeAttached()
  await page.keyboard.press('4')
  await expect
    .poll(() => storedTags(path, 'Bridge'))
    .toEqual(['analysis: “It is safe,” she told reporters.'])
  expect(await shownText(page)).toBe(text)
})

test('from quotation to quotation, those that are tagged passed over, until none is left', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  await articleOf(page).focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('u')
  await expect.poll(() => selectedText(page)).toBe('“It is safe,”')
  await page.keyboard.press('u')
  await expect.poll(() => selectedText(page)).toBe(outer)
  await page.keyboard.press('2')
  // The quotation inside it is covered now.
  await page.keyboard.press('u')
  await expect(page.getByText('No untagged quotation after this.')).toBeAttached()
  await page.keyboard.press('Shift+U')
  await expect.poll(() => selectedText(page)).toBe('“It is safe,”')
  await page.keyboard.press('2')
  await page.keyboard.press('Shift+U')
  await expect(page.getByText('No untagged quotation before this.')).toBeAttached()
  await waitUntilSaved(page)
  expect(storedTags(path, 'Bridge')).toEqual(['quote: “It is safe,”', `quote: ${outer}`])
})
