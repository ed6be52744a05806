import type { Page } from '@playwright/test'

import {
  annotationOn,
  annotationsIn,
  expectAnnotations,
  openDocument,
  waitUntilSaved,
} from '../workbench/annotations.ts'
import { articleOf, clickIn, paintedTexts } from '../workbench/article.ts'
import { makeProject, storedAttributions, storedIn, storedTags } from '../workbench/project.ts'
import { tagStored } from '../workbench/tagged-project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge, long } from '../workbench/texts.ts'

async function taggedBridge(home: string): Promise<string> {
  const path = await makeProject(home, { Bridge: bridge })
  tagStored(path, 'Bridge', [
    {
      words: 'the old bridge is safe',
      label: 'claim',
      speaker: 'The mayor',
      attributes: { checkable: true, certainty: 'certain' },
      createdAt: '2026-01-03T00:00:00.000Z',
    },
    {
      words: '“It is safe,”',
      label: 'quote',
      speaker: 'The mayor',
      attributes: { kind: 'direct' },
      createdAt: '2026-01-01T00:00:00.000Z',
    },
    {
      words: '“The mayor says ‘the bridge is safe’, but two cables are broken.”',
      label: 'quote',
      note: 'Check the cables',
      annotator: 'Grace',
      createdAt: '2026-01-02T00:00:00.000Z',
    },
    { words: 'two cables are broken', label: 'claim', speaker: 'An engineer' },
  ])
  return path
}

async function shown(page: Page): Promise<readonly string[]> {
  const rows = await annotationsIn(page).evaluateAll((options) =>
    options.map((option) => option.querySelector('.row-quote')?.textContent ?? ''),
  )
  return rows
}

test('the list is filtered by label, speaker, attribute, annotator, note and what is missing, and sorted', async ({
  home,
  start,
}) => {
  const path = await taggedBridge(home)
  const { page } = await start(path)
  await expectAnnotations(page, 4)
  await page.getByRole('button', { name: 'Filter' }).click()
  const filters = page.getByRole('group', { name: 'Filters' })

  await filters.getByRole('combobox', { name: 'Label' }).selectOption('Quote')
  await expectAnnotations(page, 2)
  await filters.getByRole('combobox', { name: 'Speaker' }).selectOption('The mayor')
  await expect.poll(() => shown(page)).toEqual(['“It is safe,”'])
  await filters.getByRole('combobox', { name: 'Speaker' }).selectOption('Nobody named')
  await expectAnnotations(page, 1)
  await page.getByRole('button', { name: 'Show all' }).click()
  await expectAnnotations(page, 4)

  await page.getByRole('button', { name: 'Filter' }).click()
  await filters.getByRole('combobox', { name: 'Attribute' }).selectOption('certainty')
  await expect.poll(() => shown(page)).toEqual(['the old bridge is safe'])
  await filters.getByRole('combobox', { name: 'Value' }).selectOption('certain')
  await expectAnnotations(page, 1)
  await page.getByRole('button', { name: 'Show all' }).click()

  await page.getByRole('button', { name: 'Filter' }).click()
  await filters.getByRole('combobox', { name: 'Annotator' }).selectOption('Grace')
  await expectAnnotations(page, 1)
  await filters.getByRole('combobox', { name: 'Annotator' }).selectOption('Any')
  await filters.getByRole('button', { name: 'With a note' }).click()
  await expectAnnotations(page, 1)
  await filters.getByRole('button', { name: 'With a note' }).click()
  await filters.getByRole('button', { name: 'Incomplete' }).click()
  // The quote without a speaker and a kind; quotes require both.
  await expect
    .poll(() => shown(page))
    .toEqual(['“The mayor says ‘the bridge is safe’, but two cables are broken.”'])
  await filters.getByRole('combobox', { name: 'Label' }).selectOption('Claim')
  await expect(page.getByText('No annotation passes these filters.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()

  await page.getByRole('combobox', { name: 'Order' }).selectOption('Newest first')
  await expect
    .poll(async () => (await shown(page)).slice(0, 2))
    .toEqual(['two cables are broken', 'the old bridge is safe'])
})

test('several annotations are given a label and a speaker and are deleted, each time undone in one step', async ({
  home,
  start,
}) => {
  const path = await taggedBridge(home)
  const before = storedTags(path, 'Bridge')
  const { page } = await start(path)
  await annotationOn(page, 'the old bridge is safe').click()
  await annotationsIn(page)
    .nth(2)
    .click({ modifiers: ['Shift'] })
  const chosen = page.getByRole('group', { name: 'Chosen annotations' })
  await expect(chosen).toContainText('3 annotations chosen')

  await chosen.getByRole('button', { name: 'Analysis' }).click()
  await expect
    .poll(() => storedTags(path, 'Bridge').filter((tag) => tag.startsWith('analysis')))
    .toHaveLength(3)
  const told = (words: string) => page.getByText(words, { exact: true })
  await expect(told('Label of 3 annotations is now Analysis.')).toBeAttached()
  await chosen.getByRole('combobox', { name: 'Speaker of all' }).fill('Somebody new')
  await chosen.getByRole('combobox', { name: 'Speaker of all' }).press('Enter')
  await expect
    .poll(() =>
      storedIn(path)
        .get('Bridge')
        ?.annotations.map(({ attribution }) => attribution.length),
    )
    .toEqual([1, 1, 1, 1])
  await expect(told('Speaker of 3 annotations is now Somebody new.')).toBeAttached()
  await page.keyboard.press('Alt+4')
  const history = page.getByRole('list', { name: 'History' })
  await expect(history).toContainText('Relabel 3 annotations as analysis')
  await expect(history).toContainText('Set speaker of 3 annotations to Somebody new')
  await chosen.getByRole('button', { name: 'Delete 3 annotations' }).click()
  await expectAnnotations(page, 1)

  for (const count of [4, 4, 4]) {
    await page.keyboard.press('ControlOrMeta+z')
    await expectAnnotations(page, count)
  }
  await waitUntilSaved(page)
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(before)
})

test('the speaker of several annotations is completed from the registry and from the text, and undone in one step', async ({
  home,
  start,
}) => {
  const path = await taggedBridge(home)
  const { page } = await start(path)
  const before = storedAttributions(path, 'Bridge')
  await annotationOn(page, 'the old bridge is safe').click()
  await annotationsIn(page)
    .nth(2)
    .click({ modifiers: ['Shift'] })
  const chosen = page.getByRole('group', { name: 'Chosen annotations' })
  const field = chosen.getByRole('combobox', { name: 'Speaker of all' })

  await field.fill('лид')
  await expect(page.getByRole('option', { name: 'Лидия' })).toContainText('in the text')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('')
  await expect
    .poll(() => storedAttributions(path, 'Bridge').filter((chain) => chain === 'Лидия'))
    .toHaveLength(3)
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled()

  await field.fill('Nobo')
  await page.keyboard.press('Escape')
  await expect(field).toHaveValue('')
  await field.fill('Лид')
  await page.keyboard.press('Tab')
  await expect(field).toHaveValue('Лид')

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => storedAttributions(path, 'Bridge')).toEqual(before)
  await waitUntilSaved(page)
})

test('all that are chosen are marked in the text, wherever one reads', async ({ home, start }) => {
  const path = await makeProject(home, { Long: long })
  const words = Array.from({ length: 120 }, (_, index) => `Paragraph ${index + 1} of the report`)
  tagStored(
    path,
    'Long',
    words.map((one) => ({ words: one, label: 'claim' })),
  )
  const { page } = await start(path)
  await openDocument(page, 'Long')
  await expectAnnotations(page, 120)
  const marked = async (): Promise<readonly string[]> =>
    (await paintedTexts(page)).flatMap(({ highlight, text }) =>
      highlight === 'current-annotation' ? [text] : [],
    )

  await annotationOn(page, 'Paragraph 2 of').click()
  await expect.poll(marked).toEqual([words[1]])
  await annotationOn(page, 'Paragraph 4 of').click({ modifiers: ['Shift'] })
  await expect.poll(marked).toEqual(words.slice(1, 4))
  await annotationOn(page, 'Paragraph 3 of').click({ modifiers: ['ControlOrMeta'] })
  await expect.poll(marked).toEqual([words[1], words[3]])

  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByText('120 annotations chosen')).toBeVisible()
  await expect.poll(marked).toContain(words[0])
  await articleOf(page).getByText('Paragraph 120 of').scrollIntoViewIfNeeded()
  await expect.poll(marked).toContain(words[119])
  // Only what is near the window is painted.
  await expect.poll(async () => (await marked()).length).toBeLessThan(60)

  await page.getByRole('button', { name: 'Choose none' }).click()
  await articleOf(page).getByText('Paragraph 2 of').scrollIntoViewIfNeeded()
  await expect.poll(marked).toEqual([words[1]])
})

test('the list follows the caret and the text follows the list', async ({ home, start }) => {
  const path = await makeProject(home, { Long: long })
  tagStored(
    path,
    'Long',
    Array.from({ length: 120 }, (_, index) => ({
      words: `Paragraph ${index + 1} of the report`,
      label: 'claim',
    })),
  )
  const { page } = await start(path)
  await openDocument(page, 'Long')
  await expectAnnotations(page, 120)
  await clickIn(page, 'Paragraph 90 of')
  await expect(annotationOn(page, 'Paragraph 90 of the report')).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('l')
  await page.keyboard.press('Home')
  await expect(annotationOn(page, 'Paragraph 1 of the report')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(articleOf(page)).toBeFocused()
  await expect(articleOf(page).getByText('Paragraph 1 of the report.')).toBeInViewport()
})
