import type { Locator, Page } from '@playwright/test'

import { annotationsIn, expectAnnotations, waitUntilSaved } from '../workbench/annotations.ts'
import { articleOf, selectedText } from '../workbench/article.ts'
import {
  makeProject,
  storedAttributions,
  storedIn,
  storedRegisters,
  storedTags,
} from '../workbench/project.ts'
import { storedRelations } from '../workbench/relations.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

/** No hand leaves the keyboard here: what is focused is asked for, never made so. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Tabs on until something has the keyboard; every stop on the way must be one that can be seen. */
async function tabTo(page: Page, wanted: Locator, back = false): Promise<void> {
  await expect(wanted).toBeAttached()
  for (let stops = 0; stops < 60; stops += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    await expectFocusSeen(page)
  }
  await expect(wanted).toBeFocused()
}

/** What has the keyboard is within the window, has a name to be told by, and a mark to be seen by. */
async function expectFocusSeen(page: Page): Promise<void> {
  const fault = await page.evaluate(() => {
    const focused = document.activeElement
    // The browser's own bar, between the last stop of the page and the first.
    if (focused === null || focused === document.body) return null
    const label = focused.closest('label') ?? focused
    const box = label.getBoundingClientRect()
    const isInView =
      box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
    const marks = [label, focused, focused.closest('[data-focus-visible]')].filter(
      (element) => element !== null,
    )
    const isMarked = marks.some((element) => {
      const { outlineStyle, boxShadow } = getComputedStyle(element)
      return outlineStyle !== 'none' || boxShadow !== 'none'
    })
    // The caret is the text's own mark.
    const hasCaret = focused.matches('input, textarea, [contenteditable="true"]')
    if (isInView && (isMarked || hasCaret)) return null
    return `${focused.outerHTML.slice(0, 200)} ${JSON.stringify(box)}`
  })
  expect(fault, 'what has the keyboard is seen').toBeNull()
}

/** Finds words, one of so many places, and leaves with them selected. */
async function selectWords(page: Page, words: string, places = 1): Promise<void> {
  await press(page, 'ControlOrMeta+f', 'ControlOrMeta+a', 'Delete')
  const count = page.getByRole('status').filter({ hasText: /\d of \d/ })
  await expect(count).toBeHidden()
  await page.keyboard.type(words)
  // Whole: “1 of 14” was found for the first letter.
  await expect(count).toHaveText(new RegExp(`of ${places}$`))
  await press(page, 'Escape')
  await expect(articleOf(page)).toBeFocused()
  await expect.poll(() => selectedText(page)).toBe(words)
}

test('the whole job is done without a mouse, and the keyboard is never lost', async ({
  home,
  shell,
  start,
}) => {
  const path = await makeProject(home, {})
  const { page } = await start(path)

  // An article is pasted.
  await tabTo(page, page.getByRole('button', { name: 'Import…' }))
  await press(page, 'Enter')
  const importing = page.getByRole('dialog', { name: 'Import' })
  await tabTo(page, importing.getByRole('textbox', { name: 'Title' }))
  await page.keyboard.type('Bridge')
  await tabTo(page, importing.getByRole('textbox', { name: 'Text' }))
  await page.keyboard.insertText(bridge)
  await tabTo(page, importing.getByRole('button', { name: 'Add text' }))
  await press(page, 'Enter')
  await expect.poll(() => storedIn(path).size).toBe(1)
  if (await importing.isVisible()) await press(page, 'Escape')
  await expect(importing).toBeHidden()
  await tabTo(page, articleOf(page))

  // Tagged, with who says it, an attribute and a note.
  await selectWords(page, 'the old bridge is safe')
  await press(page, '1')
  await expectAnnotations(page, 1)
  await press(page, 's')
  const speaker = page.getByRole('combobox', { name: 'Speaker' })
  await expect(speaker).toBeFocused()
  await page.keyboard.type('The mayor')
  const suggestions = page.getByRole('listbox', { name: 'Suggestions' })
  await expect(suggestions).toBeVisible()
  // Tab closes the list and leaves the field, which records what it holds.
  await press(page, 'Tab')
  await expect(suggestions).toBeHidden()
  await expectFocusSeen(page)
  await press(page, 'Escape')
  await expect.poll(() => storedAttributions(path, 'Bridge')).toEqual(['The mayor'])
  await expect(articleOf(page)).toBeFocused()
  await press(page, 'n')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('Heard twice')
  // Arrows go through the options, which are one stop together.
  const options = page.getByRole('radiogroup', { name: 'Certainty' })
  await tabTo(page, options.getByRole('radio', { name: 'doubtful' }), true)
  await press(page, 'ArrowLeft')
  await expect(options.getByRole('radio', { name: 'possible' })).toBeFocused()
  await press(page, 'Space')
  await expect
    .poll(() => storedIn(path).get('Bridge')?.annotations[0])
    .toMatchObject({ note: 'Heard twice', attributes: { certainty: 'possible' } })
  await press(page, 'Escape')
  await expect(articleOf(page)).toBeFocused()

  // A denial, related to the claim.
  await selectWords(page, 'two cables are broken')
  await press(page, '3', 'r')
  const relating = page.getByRole('dialog', { name: 'Relate to…' })
  await expect(relating).toBeVisible()
  await expectFocusSeen(page)
  await press(page, 'Enter')
  await page.keyboard.type('old bridge')
  await expect(relating.getByRole('option', { name: /old bridge/ })).toHaveCount(1)
  await press(page, 'Enter')
  await expect(relating).toBeHidden()
  await expect
    .poll(() => storedRelations(path))
    .toEqual(['two cables are broken denies the old bridge is safe'])
  await expect(articleOf(page)).toBeFocused()

  // All occurrences of a word, and back.
  await selectWords(page, 'safe', 3)
  await press(page, 'Shift+T')
  const tagAll = page.getByRole('dialog', { name: 'Tag all occurrences' })
  await expect(tagAll.getByRole('button', { name: /^Tag \d places/ })).toBeEnabled()
  await tabTo(page, tagAll.getByRole('button', { name: /^Tag \d places/ }))
  await press(page, 'Enter')
  await expect(tagAll).toBeHidden()
  await expect.poll(() => storedTags(path, 'Bridge').length).toBeGreaterThan(3)
  await expect(articleOf(page)).toBeFocused()
  await press(page, 'ControlOrMeta+z')
  await expect.poll(() => storedTags(path, 'Bridge').length).toBe(2)
  await expectAnnotations(page, 2)

  // The list is one stop, filtered; several are chosen and relabelled together.
  await press(page, 'l')
  await press(page, 'Home', 'Shift+ArrowDown')
  await expect(annotationsIn(page).nth(1)).toBeFocused()
  const chosen = page.getByRole('group', { name: 'Chosen annotations' })
  await expect(chosen).toContainText('2 annotations chosen')
  await tabTo(page, chosen.getByRole('button', { name: 'Analysis' }), true)
  await press(page, 'Enter')
  await expect
    .poll(() => storedTags(path, 'Bridge'))
    .toEqual(['analysis: the old bridge is safe', 'analysis: two cables are broken'])
  await press(page, 'ControlOrMeta+z')
  await expect.poll(() => storedTags(path, 'Bridge')[0]).toBe('claim: the old bridge is safe')
  await tabTo(page, page.getByRole('button', { name: 'Filter' }))
  await press(page, 'Enter')
  await tabTo(page, page.getByRole('combobox', { name: 'Label' }))
  await page.keyboard.type('Den')
  await expectAnnotations(page, 1)
  await tabTo(page, page.getByRole('button', { name: 'Show all' }), true)
  await press(page, 'Enter')
  await expectAnnotations(page, 2)
  await expectFocusSeen(page)
  await press(page, 'Escape')
  await expect(articleOf(page)).toBeFocused()

  // The tag set gets a label.
  await press(page, 'ControlOrMeta+k')
  await page.keyboard.type('tag set')
  await press(page, 'Enter')
  const tagSet = page.getByRole('dialog', { name: 'Tag set' })
  await tabTo(page, tagSet.getByRole('textbox', { name: 'Add label: name' }))
  await page.keyboard.type('Rumour')
  await press(page, 'Enter')
  await expect.poll(() => storedRegisters(path).labels.at(-1)?.name).toBe('Rumour')
  await press(page, 'Escape')
  await expect(tagSet).toBeHidden()
  await expect(articleOf(page)).toBeFocused()

  // A setting.
  await press(page, 'ControlOrMeta+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await tabTo(page, settings.getByRole('slider', { name: 'Text size' }))
  await press(page, 'End', 'Escape')
  await expect(settings).toBeHidden()
  await expect(articleOf(page)).toBeFocused()
  await expect(articleOf(page)).toHaveCSS('font-size', '32px')
  await waitUntilSaved(page)

  // The dataset is handed over, and the project closed.
  const exporting = page.getByRole('dialog', { name: 'Export' })
  await tabTo(page, page.getByRole('button', { name: 'Export…' }), true)
  await press(page, 'Enter')
  await tabTo(page, exporting.getByRole('button', { name: 'Export', exact: true }))
  if (shell === 'browser') {
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Enter')])
    expect(await download.failure()).toBeNull()
  }
  if (await exporting.isVisible()) await press(page, 'Escape')
  await expect(exporting).toBeHidden()
  await expect(page.getByRole('button', { name: 'Export…' })).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Close project' }))
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { name: 'Verbatim' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'New project…' }))
})

for (const { name, key, dialog } of [
  { name: 'the palette', key: 'ControlOrMeta+k', dialog: 'All commands' },
  { name: 'the keys', key: '?', dialog: 'Keys' },
  { name: 'the settings', key: 'ControlOrMeta+,', dialog: 'Settings' },
  { name: 'the tag set', key: 'Alt+t', dialog: 'Tag set' },
]) {
  test(`Tab stays within ${name}, and Escape gives the keyboard back`, async ({ home, start }) => {
    const { page } = await start(await makeProject(home, { Bridge: bridge }))
    await tabTo(page, articleOf(page))
    await press(page, key)
    const opened = page.getByRole('dialog', { name: dialog })
    await expect(opened).toBeVisible()
    for (let stops = 0; stops < 12; stops += 1) {
      await press(page, stops % 4 === 3 ? 'Shift+Tab' : 'Tab')
      await expectFocusSeen(page)
      expect(await opened.evaluate((element) => element.contains(document.activeElement))).toBe(
        true,
      )
    }
    await press(page, 'Escape')
    await expect(opened).toBeHidden()
    await expect(articleOf(page)).toBeFocused()
  })
}

test('Tab goes through the desk and round again, with one stop for each list', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Bridge: bridge, Second: bridge, Third: bridge })
  const { page } = await start(path)
  await tabTo(page, articleOf(page))
  await selectWords(page, 'the old bridge is safe')
  await press(page, '1')
  await expectAnnotations(page, 1)
  await press(page, 'Alt+3')
  await expect(page.getByRole('tabpanel', { name: 'Speakers' })).toBeVisible()
  await press(page, 'Escape')
  await expect(articleOf(page)).toBeFocused()

  const lists: string[] = []
  for (let stops = 0; stops < 90; stops += 1) {
    await press(page, 'Tab')
    await expectFocusSeen(page)
    const { isArticle, list } = await page.evaluate(() => ({
      isArticle: document.activeElement?.matches('[role="textbox"].article-text') === true,
      list:
        document.activeElement
          ?.closest('[role="listbox"], [role="tablist"], [role="toolbar"], [role="radiogroup"]')
          ?.getAttribute('aria-label') ?? null,
    }))
    if (isArticle) break
    if (list !== null) lists.push(list)
  }
  await expect(articleOf(page)).toBeFocused()
  expect(lists.toSorted()).toEqual([...new Set(lists)].toSorted())
  expect(lists).toEqual(
    expect.arrayContaining(['Annotations', 'Documents', 'Reference', 'Labels', 'Label']),
  )
})
