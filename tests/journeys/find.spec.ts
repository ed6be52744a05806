import type { Locator, Page } from '@playwright/test'

import { expectAccessible } from '../workbench/accessibility.ts'
import { openDocument } from '../workbench/annotations.ts'
import { articleOf, clickIn, paintedTexts, selectedText, shownText } from '../workbench/article.ts'
import { openBridge } from '../workbench/open-bridge.ts'
import { makeProject, storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge, long } from '../workbench/texts.ts'

function findBar(page: Page): Locator {
  return page.getByRole('search', { name: 'Find in document' })
}

function field(page: Page): Locator {
  return findBar(page).getByRole('textbox', { name: 'Find' })
}

/** Waits until the find bar says this much: a count, or what is wrong. */
async function expectSaid(page: Page, words: string | RegExp): Promise<void> {
  await expect(findBar(page).getByRole('status').filter({ hasText: words })).toBeVisible()
}

/** The texts under a highlight, each as often as it is painted. */
async function painted(page: Page, highlight: string): Promise<readonly string[]> {
  const all = await paintedTexts(page)
  return all.filter((one) => one.highlight === highlight).map(({ text }) => text)
}

test('words are found as they are typed, gone through, selected and tagged, and the text stays', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  const text = await shownText(page)

  await page.keyboard.press('ControlOrMeta+f')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('safe')
  await expectSaid(page, '1 of 3')
  expect(await painted(page, 'find-match')).toEqual(['safe', 'safe', 'safe'])
  expect(await painted(page, 'find-current')).toEqual(['safe'])
  await expectAccessible(page, 'the find bar')

  await page.keyboard.press('Enter')
  await expectSaid(page, '2 of 3')
  await page.keyboard.press('F3')
  await expectSaid(page, '3 of 3')
  await page.keyboard.press('Enter')
  await expectSaid(page, '1 of 3')
  await page.keyboard.press('Shift+Enter')
  await expectSaid(page, '3 of 3')
  await page.keyboard.press('Shift+F3')
  await expectSaid(page, '2 of 3')

  await findBar(page).getByRole('button', { name: 'Select match' }).click()
  await expect(articleOf(page)).toBeFocused()
  expect(await selectedText(page)).toBe('safe')
  await page.keyboard.press('1')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['claim: safe'])

  // From the text, the key goes on from the caret and selects.
  await page.keyboard.press('F3')
  await expectSaid(page, '3 of 3')
  expect(await selectedText(page)).toBe('safe')
  await page.keyboard.press('3')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['claim: safe', 'denial: safe'])

  await page.keyboard.press('Escape')
  await expect(findBar(page)).toBeHidden()
  expect(await selectedText(page)).toBe('safe')
  expect(await painted(page, 'find-match')).toEqual([])
  expect(await shownText(page)).toBe(text)
})

test('closing the bar leaves the match selected, and it comes back with the same words', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('but two')
  await expectSaid(page, '1 of 1')
  await page.keyboard.press('Escape')
  await expect(articleOf(page)).toBeFocused()
  await expect.poll(() => selectedText(page)).toBe('but two')
  await page.keyboard.press('4')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['analysis: but two'])

  await clickIn(page, 'Bridge shut')
  await page.keyboard.press('ControlOrMeta+f')
  await expect(field(page)).toHaveValue('but two')
  await page.keyboard.type('cables')
  await expectSaid(page, '1 of 1')
  await page.keyboard.press('Escape')

  // Words that are selected are what is looked for.
  await clickIn(page, 'mayor')
  await page.keyboard.press('w')
  await page.keyboard.press('ControlOrMeta+f')
  await expect(field(page)).toHaveValue('mayor')
  await expectSaid(page, '1 of 2')
})

test('case, whole words and expressions narrow what is found, and no character is cut', async ({
  home,
  start,
}) => {
  const { page } = await openBridge(home, start)
  const toggle = (name: string) => findBar(page).getByRole('button', { name }).click()

  await page.keyboard.press('ControlOrMeta+f')
  await field(page).fill('it')
  await expectSaid(page, '1 of 2')
  await toggle('Match case')
  await expectSaid(page, '1 of 1')
  await toggle('Match case')
  await field(page).fill('the')
  await expectSaid(page, /of 6$/)
  await toggle('Whole words')
  await expectSaid(page, /of 5$/)
  await toggle('Whole words')

  await toggle('Regular expression')
  await field(page).fill('[‘“]\\w+')
  await expect.poll(() => painted(page, 'find-match')).toEqual(['“It', '“The', '‘the'])
  await field(page).fill('.came|Nai')
  await expect.poll(() => painted(page, 'find-match')).toEqual(['Nai\u0308'])
  await field(page).fill('([a-z')
  await expectSaid(page, 'This is not a regular expression')
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page, 'an expression that is none')

  await field(page).fill('Ли')
  await expectSaid(page, '1 of 1')
  await toggle('Regular expression')
  await field(page).fill('👩')
  await expectSaid(page, 'No match')
  expect(await painted(page, 'find-match')).toEqual([])
})

test('a match far down is brought into view, what takes too long is given up, and another document is searched anew', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Long: long, Bridge: bridge })
  const { page } = await start(path)
  await openDocument(page, 'Long')
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('paragraph 97')
  await expectSaid(page, '1 of 1')
  await expect(articleOf(page).getByText('Paragraph 97 of the report.')).toBeInViewport()
  await expect.poll(() => painted(page, 'find-match')).toEqual(['Paragraph 97'])
  await field(page).fill('the')
  await expectSaid(page, /of 840$/)

  const expression = findBar(page).getByRole('button', { name: 'Regular expression' })
  await expression.click()
  await field(page).fill('([a-z]+\\s?)+#')
  await expectSaid(page, 'This expression takes too long in this text.')
  await expression.click()
  await field(page).fill('the')
  await expectSaid(page, /of 840$/)

  await openDocument(page, 'Bridge')
  await expectSaid(page, '1 of 6')
  await expect.poll(async () => (await painted(page, 'find-match')).length).toBe(6)
})
