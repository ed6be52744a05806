import {
  annotationOn,
  expectAnnotations,
  openDocument,
  selectedAnnotation,
  waitUntilSaved,
} from '../workbench/annotations.ts'
import { articleOf, clickIn, dragEnd, dragOver, dragStart } from '../workbench/article.ts'
import { openBridge } from '../workbench/open-bridge.ts'
import { makeProject, storedAttributions, storedIn, storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { long } from '../workbench/texts.ts'

test('an annotation gets another label, a speaker and a note, and is deleted', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  await dragOver(page, '“It is safe,”')
  await page.keyboard.press('1')
  await clickIn(page, 'is safe,”')
  const selected = selectedAnnotation(page)
  const label = selected.getByRole('radiogroup', { name: 'Label', exact: true })
  await expect(label.getByRole('radio', { name: 'Claim' })).toBeChecked()
  await page.keyboard.press('2')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['quote: “It is safe,”'])
  await expect(label.getByRole('radio', { name: 'Quote' })).toBeChecked()

  await page.keyboard.press('s')
  await expect(selected.getByRole('combobox', { name: 'Speaker' })).toBeFocused()
  await page.keyboard.type('The mayor, 1st term')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await expect(selected.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('See 2 and 3.')
  await page.keyboard.press('Escape')
  await expect
    .poll(() =>
      storedIn(path)
        .get('Bridge')
        ?.annotations.map(({ note }) => note),
    )
    .toEqual(['See 2 and 3.'])
  expect(storedAttributions(path, 'Bridge')).toEqual(['The mayor, 1st term'])

  await clickIn(page, 'is safe,”')
  await page.keyboard.press('Delete')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([])
  await expectAnnotations(page, 0)
  await waitUntilSaved(page)
})

test('an annotation is relabelled and deleted with the controls beside the text', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  await dragOver(page, '“It is safe,”')
  await page.keyboard.press('1')
  const selected = selectedAnnotation(page)
  await selected.getByText('Denial').click()
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['denial: “It is safe,”'])
  await selected.getByRole('button', { name: 'Delete annotation' }).click()
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([])
})

test('boundaries move by whole characters, with buttons and with keys', async ({ home, start }) => {
  const { page, path } = await openBridge(home, start)
  await dragOver(page, 'readers')
  await page.keyboard.press('1')
  await waitUntilSaved(page)
  const selected = selectedAnnotation(page)
  const steps = [
    ['Move end forward', 'readers '],
    ['Move end forward', 'readers 👨‍👩‍👧‍👦'],
    ['Move end back', 'readers '],
    ['Move start back', ' readers '],
    ['Move start back', 'e readers '],
    ['Move start forward', ' readers '],
  ] as const
  for (const [button, quote] of steps) {
    await selected.getByRole('button', { name: button }).click()
    await expect.poll(() => storedTags(path, 'Bridge')).toEqual([`claim: ${quote}`])
  }

  await clickIn(page, 'readers')
  const keys = [
    ['.', ' readers 👨‍👩‍👧‍👦'],
    [',', ' readers '],
    ['Shift+Comma', 'e readers '],
    ['Shift+Comma', 've readers '],
    ['Shift+Comma', 'i\u0308ve readers '],
    ['Shift+Period', 've readers '],
  ] as const
  for (const [key, quote] of keys) {
    await page.keyboard.press(key)
    await expect.poll(() => storedTags(path, 'Bridge')).toEqual([`claim: ${quote}`])
  }
})

test('a boundary is dragged with the mouse, to longer and to shorter', async ({ home, start }) => {
  const { page, path } = await openBridge(home, start)
  await dragOver(page, 'readers')
  await page.keyboard.press('1')
  await waitUntilSaved(page)
  await clickIn(page, 'readers')
  await dragEnd(page, 'readers', 'crossed')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['claim: readers 👨‍👩‍👧‍👦 crossed'])
  await dragEnd(page, 'crossed', 'read')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['claim: read'])
})

test('the first boundary of what begins at the start of a wrapped line stands before its first letter', async ({
  home,
  start,
}) => {
  const text = Array.from({ length: 40 }, (_, index) => `Mammoth${index + 10}`).join(' ')
  const path = await makeProject(home, { Mammoths: text })
  const { page } = await start(path)
  await openDocument(page, 'Mammoths')
  const first = await articleOf(page).evaluate((article) => {
    const node = document.createTreeWalker(article, NodeFilter.SHOW_TEXT).nextNode()
    const range = document.createRange()
    const topAt = (offset: number): number => {
      if (node === null) return Number.NaN
      range.setStart(node, offset)
      range.setEnd(node, offset + 1)
      return range.getBoundingClientRect().top
    }
    const words = [...(node?.textContent ?? '').matchAll(/\w+/g)]
    return words.find(({ index }) => topAt(index) > topAt(0) + 10)?.[0] ?? ''
  })
  await dragOver(page, first)
  await page.keyboard.press('1')
  await expect.poll(() => storedTags(path, 'Mammoths')).toEqual([`claim: ${first}`])
  await dragStart(page, first, first.slice(3))
  await expect.poll(() => storedTags(path, 'Mammoths')).toEqual([`claim: ${first.slice(3)}`])
})

test('the list follows the caret, and the text follows the list', async ({ home, start }) => {
  const path = await makeProject(home, { Report: long })
  const { page } = await start(path)
  await openDocument(page, 'Report')
  for (const number of [3, 60, 110]) {
    await dragOver(page, `Paragraph ${number} of the report`)
    await page.keyboard.press('1')
  }
  await expect.poll(() => storedTags(path, 'Report').length).toBe(3)

  await clickIn(page, 'Paragraph 60 of')
  const sixty = annotationOn(page, 'Paragraph 60 of')
  await expect(sixty).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('j')
  await expect(annotationOn(page, 'Paragraph 110 of')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('k')
  await expect(sixty).toHaveAttribute('aria-selected', 'true')

  await annotationOn(page, 'Paragraph 3 of').click()
  await expect(page.getByText('Paragraph 3 of the report. The')).toBeInViewport()
  await expect(page.getByText('Paragraph 60 of the report. The')).not.toBeInViewport()
  await annotationOn(page, 'Paragraph 110 of').click()
  await expect(page.getByText('Paragraph 110 of the report. The')).toBeInViewport()
})
