import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Locator, Page } from '@playwright/test'

import { tagSetFileSchema } from '../../shared/model/tag-set.ts'
import { expectAccessible } from '../workbench/accessibility.ts'
import { openDocument, waitUntilSaved } from '../workbench/annotations.ts'
import { dragOver } from '../workbench/article.ts'
import { openBridge } from '../workbench/open-bridge.ts'
import { makeProject, storedRegisters, storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

async function openTagSet(page: Page): Promise<Locator> {
  await page.keyboard.press('Alt+t')
  const dialog = page.getByRole('dialog', { name: 'Tag set' })
  await expect(dialog).toBeVisible()
  return dialog
}

async function tagTwice(page: Page, path: string): Promise<void> {
  await openDocument(page, 'Bridge')
  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('1')
  await dragOver(page, 'two cables are broken')
  await page.keyboard.press('1')
  await expect.poll(() => storedTags(path, 'Bridge').length).toBe(2)
}

/** Names of the stored labels in their order. */
function names(path: string): readonly string[] {
  return storedRegisters(path).labels.map(({ name }) => name)
}

test('a label is added, written up, and used with its key; undo and reopening keep it right', async ({
  home,
  start,
}) => {
  const first = await openBridge(home, start)
  const { page, path } = first
  const dialog = await openTagSet(page)
  await dialog.getByRole('textbox', { name: 'Add label: name' }).fill('Press release')
  await page.keyboard.press('Enter')
  const editor = dialog.getByRole('group', { name: 'Label Press release' })
  // The next one that nothing has.
  await expect(editor.getByRole('textbox', { name: 'Key' })).toHaveValue('5')
  await editor.getByRole('textbox', { name: 'Key' }).press('7')
  await editor.getByRole('textbox', { name: 'Description' }).fill('Words taken from a release.')
  await editor.getByRole('textbox', { name: 'Guideline' }).fill('# When\n\nTag **all** of it.')
  await editor.getByRole('button', { name: 'Preview' }).click()
  await expect(editor.getByRole('heading', { name: 'When' })).toBeVisible()
  await editor.getByRole('listbox', { name: 'Colour' }).getByRole('option').nth(4).click()
  await editor.getByRole('checkbox', { name: 'Ask who says it' }).check()
  await editor.getByRole('textbox', { name: 'Add attribute: name' }).fill('Tone')
  await page.keyboard.press('Enter')
  const attribute = editor.getByRole('group', { name: 'Attribute Tone' })
  await attribute.getByRole('combobox', { name: 'Kind' }).selectOption('One of several options')
  await attribute.getByRole('textbox', { name: 'Options' }).fill('calm\nangry')
  await attribute.getByRole('checkbox', { name: 'Required' }).check()
  await expectAccessible(page, 'tag set, labels')
  await expect
    .poll(() => storedRegisters(path).labels.find(({ id }) => id === 'press-release'))
    .toMatchObject({
      name: 'Press release',
      key: '7',
      description: 'Words taken from a release.',
      guideline: '# When\n\nTag **all** of it.',
      color: '#7c3aed',
      speaker: { title: 'Speaker', required: false },
      attributes: [
        { id: 'tone', name: 'Tone', kind: 'choice', options: ['calm', 'angry'], required: true },
      ],
      position: 4,
    })
  await dialog.getByRole('button', { name: 'Done' }).click()
  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('7')
  await expect
    .poll(() => storedTags(path, 'Bridge'))
    .toEqual(['press-release: the old bridge is safe'])
  const guideline = page.getByRole('article', { name: 'Guideline: Press release' })
  await expect(guideline.getByText('Tag all of it.')).toBeVisible()
  await waitUntilSaved(page)
  await first.close()

  const again = await start(path)
  const button = again.page
    .getByRole('toolbar', { name: 'Labels' })
    .getByRole('button', { name: 'Press release' })
  await expect(button).toHaveAttribute('aria-keyshortcuts', '7')
})

test('labels are renamed and reordered, and a key changes hands only when that is confirmed', async ({
  home,
  start,
}) => {
  const { page, path } = await openBridge(home, start)
  const dialog = await openTagSet(page)
  const list = dialog.getByRole('grid', { name: 'Labels' })
  await list.getByRole('row', { name: 'Quote' }).click()
  const quote = dialog.getByRole('group', { name: 'Label Quote' })
  await quote.getByRole('textbox', { name: 'Key' }).press('1')
  await expect(quote.getByRole('alert')).toContainText('Tag Claim')
  await quote.getByRole('button', { name: 'Keep as it was' }).click()
  await expect(quote.getByRole('textbox', { name: 'Key' })).toHaveValue('2')
  await quote.getByRole('textbox', { name: 'Key' }).press('1')
  await quote.getByRole('button', { name: 'Take it over' }).click()
  await expect
    .poll(() => storedRegisters(path).labels.map(({ key }) => key))
    .toEqual([null, '1', '3', '4'])
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect
    .poll(() => storedRegisters(path).labels.map(({ key }) => key))
    .toEqual(['1', '2', '3', '4'])

  await dialog.getByRole('button', { name: 'Move up' }).click()
  await expect.poll(() => names(path)).toEqual(['Quote', 'Claim', 'Denial', 'Analysis'])
  await list.getByRole('row', { name: 'Quote' }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => names(path)).toEqual(['Claim', 'Denial', 'Quote', 'Analysis'])
  await quote.getByRole('textbox', { name: 'Name' }).first().fill('Quotation')
  await page.keyboard.press('Tab')
  await expect.poll(() => names(path)).toEqual(['Claim', 'Denial', 'Quotation', 'Analysis'])
  await dialog
    .getByRole('group', { name: 'Label Quotation' })
    .getByRole('textbox', { name: 'Name' })
    .first()
    .fill(' ')
  await expect(dialog.getByText('A label needs a name.')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(dialog.getByText('A label needs a name.')).toBeHidden()
  expect(names(path)).toEqual(['Claim', 'Denial', 'Quotation', 'Analysis'])
})

test('a label in use says how much it holds when it is deleted, and moves it; undo brings all back', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Bridge: bridge })
  const { page } = await start(path)
  await tagTwice(page, path)
  const claims = storedTags(path, 'Bridge')
  const dialog = await openTagSet(page)
  await dialog.getByRole('grid', { name: 'Labels' }).getByRole('row', { name: 'Claim' }).click()
  await dialog.getByRole('button', { name: 'Delete…' }).click()
  const question = dialog.getByRole('group', { name: '“Claim” is on 2 annotations.' })
  await expect(question).toBeFocused()
  await question.getByRole('combobox', { name: 'Move to' }).selectOption('Analysis')
  await expectAccessible(page, 'deleting a label')
  await question.getByRole('button', { name: 'Move them and delete' }).click()
  await expect.poll(() => names(path)).toEqual(['Quote', 'Denial', 'Analysis'])
  await expect
    .poll(() => storedTags(path, 'Bridge'))
    .toEqual(claims.map((tag) => tag.replace('claim', 'analysis')))
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => names(path)).toEqual(['Claim', 'Quote', 'Denial', 'Analysis'])
  expect(storedTags(path, 'Bridge')).toEqual(claims)

  await dialog.getByRole('grid', { name: 'Labels' }).getByRole('row', { name: 'Claim' }).click()
  await dialog.getByRole('button', { name: 'Delete…' }).click()
  await dialog.getByRole('button', { name: 'Delete 2 annotations too' }).click()
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual([])
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(claims)

  await dialog.getByRole('grid', { name: 'Labels' }).getByRole('row', { name: 'Denial' }).click()
  await dialog.getByRole('button', { name: 'Archive' }).click()
  await expect(dialog.getByRole('grid', { name: 'Archived labels' })).toContainText('Denial')
  await dialog.getByRole('button', { name: 'Done' }).click()
  const toolbar = page.getByRole('toolbar', { name: 'Labels' })
  await expect(toolbar.getByRole('button', { name: 'Denial' })).toHaveCount(0)
})

test('a label is merged into another one, which takes over what it was on; undo parts them again', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Bridge: bridge })
  const { page } = await start(path)
  await tagTwice(page, path)
  const claims = storedTags(path, 'Bridge')
  const dialog = await openTagSet(page)
  await dialog.getByRole('grid', { name: 'Labels' }).getByRole('row', { name: 'Claim' }).click()
  await dialog.getByRole('button', { name: 'Merge into…' }).click()
  const question = dialog.getByRole('group', {
    name: /^Merge “Claim” into another one: 2 annotations/,
  })
  await expect(question).toBeFocused()
  await question.getByRole('combobox', { name: 'Merge into' }).selectOption('Denial')
  await expectAccessible(page, 'merging a label')
  await question.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect.poll(() => names(path)).toEqual(['Quote', 'Denial', 'Analysis'])
  await expect
    .poll(() => storedTags(path, 'Bridge'))
    .toEqual(claims.map((tag) => tag.replace('claim', 'denial')))
  await expect(dialog.getByRole('group', { name: 'Label Denial' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => names(path)).toEqual(['Claim', 'Quote', 'Denial', 'Analysis'])
  expect(storedTags(path, 'Bridge')).toEqual(claims)
})

test('relation types are added, bound to labels, and deleted', async ({ home, start }) => {
  const { page, path } = await openBridge(home, start)
  const dialog = await openTagSet(page)
  await dialog.getByRole('tab', { name: 'Relations' }).click()
  await dialog.getByRole('textbox', { name: 'Add relation type: name' }).fill('quotes')
  await page.keyboard.press('Enter')
  const editor = dialog.getByRole('group', { name: 'Relation type quotes' })
  await editor
    .getByRole('toolbar', { name: 'Leads from' })
    .getByRole('button', { name: 'Quote' })
    .click()
  await expectAccessible(page, 'tag set, relations')
  await expect
    .poll(() => storedRegisters(path).relationTypes.at(-1))
    .toMatchObject({ id: 'quotes', name: 'quotes', from: ['quote'], to: [] })
  await editor.getByRole('button', { name: 'Delete…' }).click()
  await editor.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect.poll(() => storedRegisters(path).relationTypes.at(-1)?.id).not.toBe('quotes')
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => storedRegisters(path).relationTypes.at(-1)?.id).toBe('quotes')
})

test('a tag set is exported, and imported into a project that says first what would change', async ({
  home,
  shell,
  start,
}) => {
  test.skip(shell === 'desktop', 'the dialogs of the desktop are the system’s own')
  const { page, path } = await openBridge(home, start)
  const dialog = await openTagSet(page)
  await dialog.getByRole('tab', { name: 'Import and export' }).click()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export…' }).click()
  const exported = tagSetFileSchema.parse(
    JSON.parse(await readFile(await (await download).path(), 'utf8')),
  )
  expect(exported.labels.map(({ name }) => name)).toEqual(names(path))

  const other = join(home, 'other.json')
  const [claim] = exported.labels
  if (claim === undefined) throw new Error('The export holds no label.')
  const labels = [
    { ...claim, name: 'Assertion' },
    { ...claim, id: 'leak', name: 'Leak', key: null, position: 1 },
  ]
  await writeFile(other, JSON.stringify({ ...exported, labels }))
  const choose = async (file: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Import…' }).click()
    await (await chooser).setFiles(file)
  }
  const broken = join(home, 'broken.json')
  await writeFile(broken, '{')
  await choose(broken)
  await expect(dialog.getByRole('alert')).toContainText('it is not JSON')
  await choose(other)
  const plan = dialog.getByRole('group', { name: 'What would change' })
  await expect(plan).toContainText('Adds 1 label: Leak.')
  await expect(plan).toContainText('Changes 1 label: Assertion.')
  await expectAccessible(page, 'tag set, import')
  await plan.getByRole('button', { name: 'Change the tag set' }).click()
  await expect.poll(() => names(path)).toEqual(['Assertion', 'Leak', 'Quote', 'Denial', 'Analysis'])
  await choose(other)
  await expect(plan).toContainText('has everything')
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => names(path)).toEqual(['Claim', 'Quote', 'Denial', 'Analysis'])
})
