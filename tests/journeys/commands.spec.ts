import { expectAnnotations, openDocument, selectedAnnotation } from '../workbench/annotations.ts'
import { articleOf, clickIn, dragOver, selectedText } from '../workbench/article.ts'
import { openBridge } from '../workbench/open-bridge.ts'
import { makeProject, storedIn, storedTags } from '../workbench/project.ts'
import { tagStored } from '../workbench/tagged-project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

test('a command is found in the palette by some of its words, shows its key and acts on the selection', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'All commands' })
  await expect(palette.getByRole('option', { name: /^Tag Quote/ })).toContainText('2')
  await page.keyboard.type('tag den')
  await expect(palette.getByRole('option')).toHaveText([
    /^Tag Denial/,
    /^Tag every selection as Denial/,
  ])
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['denial: the old bridge is safe'])
  await expect(articleOf(page)).toBeFocused()

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('no such thing')
  await expect(palette).toContainText('No command has these words.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
  await expect(articleOf(page)).toBeFocused()
})

test('a command gets another key, also one that another had, and its usual one again', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Bridge: bridge })
  tagStored(path, 'Bridge', [
    { words: 'Bridge shut', label: 'claim' },
    { words: 'An engineer disagreed', label: 'claim' },
  ])
  const { page } = await start(path)
  await openDocument(page, 'Bridge')
  await clickIn(page, 'Bridge shut')
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await keys.getByRole('button', { name: 'Change the key of Next annotation' }).click()
  await page.keyboard.press('n')
  await expect(keys.getByRole('alert')).toContainText('N belongs to “Write a note”.')
  await keys.getByRole('button', { name: 'Take it' }).click()
  await keys.getByRole('button', { name: 'Close', exact: true }).click()
  await clickIn(page, 'Bridge shut')
  await page.keyboard.press('n')
  await expect(selectedAnnotation(page)).toContainText('An engineer disagreed')

  await page.keyboard.press('?')
  await keys.getByRole('button', { name: 'All usual keys' }).click()
  await keys.getByRole('button', { name: 'Close', exact: true }).click()
  await clickIn(page, 'Bridge shut')
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
})

test('what is told of keys is what they are now', async ({ home, start }) => {
  const { page } = await openBridge(home, start)
  const annotations = page.getByRole('region', { name: 'Annotations' })
  await expect(annotations).toContainText('press 1, 2, 3 or 4.')
  await page.keyboard.press('Alt+t')
  const tagSet = page.getByRole('dialog', { name: 'Tag set' })
  await tagSet.getByRole('textbox', { name: 'Key' }).press('7')
  await tagSet.getByRole('button', { name: 'Done' }).click()
  await expect(annotations).toContainText('press 7, 2, 3 or 4.')

  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toHaveAttribute('aria-keyshortcuts', 'Control+Z')
  await articleOf(page).focus()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await keys.getByRole('button', { name: 'Change the key of Undo' }).click()
  await page.keyboard.press('F8')
  await keys.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(undo).toHaveAttribute('aria-keyshortcuts', 'F8')
  await undo.hover()
  await expect(page.getByRole('tooltip')).toHaveText('Undo: Change key of Claim (F8)')
})

test('a tag is repeated with its speaker, and a label can be held for every selection', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('1')
  await page.keyboard.press('s')
  await page.keyboard.type('The mayor')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect.poll(() => storedIn(path).get('Bridge')?.annotations[0]?.attribution.length).toBe(1)
  await dragOver(page, 'It is safe')
  await page.keyboard.press('a')
  await expectAnnotations(page, 2)
  const [one, other] = storedIn(path).get('Bridge')?.annotations ?? []
  await expect.poll(() => storedTags(path, 'Bridge')[1]).toBe('claim: It is safe')
  expect(other?.attribution ?? storedIn(path).get('Bridge')?.annotations[1]?.attribution).toEqual(
    one?.attribution,
  )

  await page.keyboard.press('Shift+Digit2')
  await expect(page.getByRole('status').filter({ hasText: 'Every selection' })).toContainText(
    'Quote',
  )
  await dragOver(page, 'two cables are broken')
  await expectAnnotations(page, 3)
  await dragOver(page, 'crossed it all the same')
  await expectAnnotations(page, 4)
  await page.keyboard.press('Escape')
  await dragOver(page, 'Bridge shut')
  await expect.poll(() => selectedText(page)).toBe('Bridge shut')
  await expect.poll(() => storedTags(path, 'Bridge')).toHaveLength(4)
})

test('boundaries are nudged by graphemes and by words', async ({ home, start }) => {
  const path = await makeProject(home, { Bridge: bridge })
  tagStored(path, 'Bridge', [{ words: 'old bridge', label: 'claim' }])
  const { page } = await start(path)
  await openDocument(page, 'Bridge')
  await clickIn(page, 'old bridge')
  await page.keyboard.press('Alt+Period')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['claim: old bridge is'])
  await page.keyboard.press('Alt+Shift+Comma')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['claim: the old bridge is'])
  await page.keyboard.press('Alt+Comma')
  await page.keyboard.press('Alt+Shift+Period')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['claim: old bridge'])
  await page.keyboard.press(',')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['claim: old bridg'])
})
