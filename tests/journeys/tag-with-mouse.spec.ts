import { annotationOn, expectAnnotations, waitUntilSaved } from '../workbench/annotations.ts'
import { dragOver, paintedTexts } from '../workbench/article.ts'
import { openBridge } from '../workbench/open-bridge.ts'
import { storedIn, storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

test('text selected with the mouse is tagged from the toolbar and by key, painted and stored', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  const labels = page.getByRole('toolbar', { name: 'Labels' })
  for (const [index, name] of ['Claim', 'Quote', 'Denial', 'Analysis'].entries()) {
    const button = labels.getByRole('button', { name })
    await expect(button).toHaveAttribute('aria-keyshortcuts', String(index + 1))
  }

  await dragOver(page, 'the old bridge is safe')
  await labels.getByRole('button', { name: 'Claim' }).click()
  await dragOver(page, '“It is safe,”')
  await page.keyboard.press('2')
  await dragOver(page, 'An engineer disagreed')
  await page.keyboard.press('3')
  await dragOver(page, 'readers 👨‍👩‍👧‍👦 crossed')
  await labels.getByRole('button', { name: 'Analysis' }).click()

  const expected = [
    'claim: the old bridge is safe',
    'quote: “It is safe,”',
    'denial: An engineer disagreed',
    'analysis: readers 👨‍👩‍👧‍👦 crossed',
  ]
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(expected)
  await waitUntilSaved(page)
  await expectAnnotations(page, 4)
  await expect(annotationOn(page, 'the old bridge is safe')).toContainText('Claim')
  const painted = await paintedTexts(page)
  for (const tag of expected) {
    const [label = '', quote = ''] = tag.split(': ')
    expect(
      painted.some(({ highlight, text }) => highlight.includes(label) && text === quote),
      tag,
    ).toBe(true)
  }
})

test('a selection across paragraphs, begun at its end, is tagged without the white space around it', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  const words = 'she told reporters.\n\nAn engineer disagreed: '
  await dragOver(page, words)
  await page.keyboard.press('4')

  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([`analysis: ${words.trim()}`])
  const [annotation] = storedIn(path).get('Bridge')?.annotations ?? []
  const from = bridge.indexOf(words)
  expect(annotation?.spans).toEqual([{ start: from, end: from + words.trim().length }])
})
