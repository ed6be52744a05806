import type { Page } from '@playwright/test'

import {
  annotationsIn,
  expectAnnotations,
  openDocument,
  selectedAnnotation,
} from '../workbench/annotations.ts'
import { articleOf, clickIn } from '../workbench/article.ts'
import { makeProject, storedIn, storedRegisters } from '../workbench/project.ts'
import { tagStored } from '../workbench/tagged-project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

async function taggedBridge(home: string): Promise<string> {
  const path = await makeProject(home, { Bridge: bridge, Second: 'Another article.' })
  tagStored(path, 'Bridge', [
    { words: 'the old bridge is safe', label: 'claim', speaker: 'The mayor', note: 'Check' },
    { words: '“It is safe,”', label: 'quote', speaker: 'The mayor' },
    { words: 'An engineer disagreed', label: 'denial', annotator: 'Grace' },
    { words: 'two cables are broken', label: 'claim', speaker: 'An engineer' },
  ])
  return path
}

/** Runs a command by some of its words in the palette. */
async function runByName(page: Page, words: string, title: RegExp): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type(words)
  await page.getByRole('option', { name: title }).click()
  await expect(page.getByRole('dialog', { name: 'All commands' })).toBeHidden()
}

test('the list is filtered and put in order by keys', async ({ home, start }) => {
  const path = await taggedBridge(home)
  const { page } = await start(path)
  await openDocument(page, 'Bridge')
  await clickIn(page, 'the old bridge is safe')
  const shown = page.getByRole('region', { name: 'Annotations' })

  await page.keyboard.press('Shift+L')
  await expectAnnotations(page, 2)
  await expect(shown).toContainText('2 of 4')
  // From one annotation to the next that the list shows.
  await page.keyboard.press('j')
  await expect(selectedAnnotation(page)).toContainText('two cables are broken')
  await page.keyboard.press('k')
  await expect(selectedAnnotation(page)).toContainText('the old bridge is safe')
  await page.keyboard.press('Shift+S')
  await expectAnnotations(page, 1)
  await page.keyboard.press('Shift+L')
  await expectAnnotations(page, 2)
  await page.keyboard.press('Shift+A')
  await expectAnnotations(page, 4)
  await page.keyboard.press('Shift+I')
  await expectAnnotations(page, 2)
  await page.keyboard.press('Shift+I')
  await page.keyboard.press('Shift+N')
  await expectAnnotations(page, 1)
  await page.keyboard.press('Shift+A')
  await expectAnnotations(page, 4)
  await expect(articleOf(page)).toBeFocused()

  await page.keyboard.press('Alt+Shift+KeyN')
  await expect(page.getByRole('combobox', { name: 'Order' })).toHaveValue('newest')
  await page.keyboard.press('Alt+Shift+KeyP')
  await expect(page.getByRole('combobox', { name: 'Order' })).toHaveValue('place')

  await page.keyboard.press('Shift+F')
  const filters = page.getByRole('group', { name: 'Filters' })
  const words = filters.getByRole('searchbox', { name: 'Find an annotation' })
  await expect(words).toBeFocused()
  await page.keyboard.type('mayor safe')
  await expectAnnotations(page, 2)
  await expect(shown).toContainText('2 of 4')
  await page.keyboard.press('Escape')
  await expectAnnotations(page, 4)
  await expect(words).toHaveValue('')
  await filters.getByRole('combobox', { name: 'Annotator' }).selectOption('Grace')
  await expectAnnotations(page, 1)
  // The last filter goes; its fields stay under the keyboard.
  await filters.getByRole('combobox', { name: 'Annotator' }).selectOption('Any')
  await expect(filters).toBeVisible()
  await filters.getByRole('button', { name: 'With a note' }).click()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(filters).toBeHidden()
  await expect(page.getByRole('button', { name: 'Filter' })).toBeFocused()
  await expect(annotationsIn(page)).toHaveCount(4)
})

test('the look of the article is changed by keys', async ({ home, start }) => {
  const path = await taggedBridge(home)
  const { page } = await start(path)
  await openDocument(page, 'Bridge')
  await clickIn(page, 'the old bridge is safe')
  const look = () =>
    articleOf(page).evaluate((article) => {
      const style = getComputedStyle(article)
      return [
        style.colorScheme,
        style.fontFamily.split(',')[0],
        (Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize)).toFixed(2),
      ]
    })
  await page.keyboard.press('Alt+Shift+Digit7')
  await page.keyboard.press('Alt+Shift+KeyF')
  await page.keyboard.press('Alt+Shift+KeyH')
  await expect.poll(look).toEqual(['dark', '"Inter Variable"', '2.00'])
  const width = async () => (await articleOf(page).boundingBox())?.width ?? 0
  const before = await width()
  for (let times = 0; times < 7; times += 1) await page.keyboard.press('Alt+Shift+KeyJ')
  await expect.poll(width).toBeLessThan(before)
  await page.keyboard.press('Alt+Shift+Digit9')
  await expect.poll(look).toEqual(['light dark', '"Source Serif 4 Variable"', '1.90'])
  await expect.poll(width).toBe(before)
})

test('a label is merged, archived and deleted from where it is met', async ({ home, start }) => {
  const path = await taggedBridge(home)
  const { page } = await start(path)
  await openDocument(page, 'Bridge')
  await clickIn(page, 'An engineer disagreed')
  await page.keyboard.press('Shift+M')
  const dialog = page.getByRole('dialog', { name: 'Tag set' })
  const merge = dialog.getByRole('group', { name: /^Merge “Denial”/ })
  await expect(merge).toBeFocused()
  await merge.getByRole('button', { name: 'Cancel' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()

  await clickIn(page, 'An engineer disagreed')
  await page.keyboard.press('Shift+X')
  await expect(dialog.getByRole('group', { name: '“Denial” is on 1 annotation.' })).toBeFocused()
  await page.keyboard.press('Escape')

  await clickIn(page, 'An engineer disagreed')
  await runByName(page, 'archive', /^Archive the label/)
  await expect(dialog.getByRole('button', { name: 'Archive' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect
    .poll(() => storedRegisters(path).labels.find(({ id }) => id === 'denial')?.archived)
    .toBe(true)
})

test('the speaker at hand is looked up and merged', async ({ home, start }) => {
  const path = await taggedBridge(home)
  const { page } = await start(path)
  await openDocument(page, 'Bridge')
  await clickIn(page, 'two cables are broken')
  await page.keyboard.press('Shift+P')
  const details = page.getByRole('group', { name: 'Speaker An engineer' })
  await expect(details.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(
    'An engineer',
  )
  await clickIn(page, 'two cables are broken')
  await page.keyboard.press('Alt+Shift+Delete')
  await expect(details.getByRole('button', { name: 'Delete An engineer' })).toBeFocused()
  await details.getByRole('button', { name: 'Cancel' }).click()
  await clickIn(page, 'two cables are broken')
  await page.keyboard.press('Shift+C')
  await expect(details.getByRole('combobox', { name: 'Merge into' })).toBeFocused()
  await page.keyboard.type('The mayor')
  await page.getByRole('option', { name: 'The mayor' }).click()
  await details.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect
    .poll(() => storedRegisters(path).speakers.map(({ name }) => name))
    .toEqual(['The mayor'])
})

test('what lacks a relation is listed, and the history gone back in', async ({ home, start }) => {
  const path = await taggedBridge(home)
  const { page } = await start(path)
  await openDocument(page, 'Bridge')
  await clickIn(page, 'the old bridge is safe')
  await runByName(page, 'claim nobody', /^Claim that nobody denies/)
  const claims = page.getByRole('grid', { name: 'Claim that nobody denies' })
  await expect(claims.getByRole('row')).toHaveCount(2)
  await expect(claims.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Alt+Shift+KeyE')
  await expect(page.getByRole('combobox', { name: 'Label' }).first()).toBeFocused()
  await clickIn(page, 'the old bridge is safe')
  await page.keyboard.press('Alt+Shift+KeyO')
  const denials = page.getByRole('grid', { name: 'Denial without claim' })
  await expect(denials.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(selectedAnnotation(page)).toContainText('An engineer disagreed')

  await page.keyboard.press('4')
  await expect.poll(() => storedIn(path).get('Bridge')?.annotations[2]?.label).toBe('analysis')
  await page.keyboard.press('Shift+H')
  const back = page.getByRole('button', { name: /^Go back to right after “Tag for a journey”/ })
  await expect(back).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => storedIn(path).get('Bridge')?.annotations[2]?.label).toBe('denial')
})

test('a document is renamed, found and deleted', async ({ home, start }) => {
  const path = await taggedBridge(home)
  const { page } = await start(path)
  await openDocument(page, 'Second')
  await articleOf(page).focus()
  await page.keyboard.press('F2')
  const dialog = page.getByRole('dialog', { name: 'About this document' })
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await page.keyboard.type('Renamed')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect.poll(() => [...storedIn(path).keys()]).toContain('Renamed')

  await page.keyboard.press('Alt+Shift+KeyS')
  await expect(page.getByRole('searchbox', { name: 'Find a document' })).toBeFocused()
  await page.keyboard.press('Escape')
  await articleOf(page).focus()
  await page.keyboard.press('Alt+Delete')
  await expect(dialog.getByRole('button', { name: 'Delete it' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => [...storedIn(path).keys()]).toEqual(['Bridge'])
})
