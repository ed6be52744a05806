import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { expectAccessibleInThemes } from '../workbench/accessibility.ts'
import { openDocument, waitUntilSaved } from '../workbench/annotations.ts'
import { shownText } from '../workbench/article.ts'
import { makeProject, storedIn, storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

test('pasted text becomes a document, exactly as it was pasted', async ({ home, start }) => {
  const path = await makeProject(home, {})
  const { page } = await start(path)
  await page.getByRole('button', { name: 'Import…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Bridge')
  await dialog.getByRole('textbox', { name: 'Text' }).fill(bridge)
  await dialog.getByRole('button', { name: 'Add text' }).click()

  await expect.poll(() => storedIn(path).get('Bridge')?.text).toBe(bridge)
  await openDocument(page, 'Bridge')
  await expect.poll(() => shownText(page)).toBe(bridge)
})

test('chosen files become documents, whatever their encoding and line ends', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, {})
  const files = [join(home, 'utf16.txt'), join(home, 'windows.md')] as const
  await writeFile(files[0], Buffer.from(`\uFEFF${bridge}`, 'utf16le'))
  await writeFile(files[1], Buffer.from('A caf\u00E9\r\n\r\nis \u0093open\u0094.', 'latin1'))
  const { page, importFiles } = await start(path)
  await page.getByRole('button', { name: 'Import…' }).click()
  await importFiles(files)

  await expect.poll(() => storedIn(path).size).toBe(2)
  const stored = [...storedIn(path).values()]
  const described = stored.map(({ text, document: { provenance } }) => ({
    name: provenance.fileName,
    encoding: provenance.encoding,
    text,
  }))
  expect(described).toContainEqual({ name: 'utf16.txt', encoding: 'utf-16le', text: bridge })
  expect(described).toContainEqual({
    name: 'windows.md',
    encoding: 'windows-1252',
    text: 'A café\n\nis “open”.',
  })
})

/** Drops files on the window, by their names. */
async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await expect(page.getByRole('region', { name: 'Documents' })).toBeVisible()
  const dropped = await page.evaluateHandle((contents) => {
    const data = new DataTransfer()
    for (const [name, content] of Object.entries(contents)) {
      data.items.add(new File([content], name))
    }
    return data
  }, files)
  const target = page.getByRole('region', { name: 'Article' })
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await target.dispatchEvent(type, { dataTransfer: dropped })
  }
}

const importDialog = (page: Page) => page.getByRole('dialog', { name: 'Import' })

test('files dropped on the window become documents', async ({ home, start }) => {
  const path = await makeProject(home, {})
  const { page } = await start(path)
  await drop(page, {
    'ferry.txt': 'The ferry is late.',
    'bridge.md': '# The bridge\n\nIt is shut.',
  })

  await expect.poll(() => storedIn(path).size).toBe(2)
  const names = [...storedIn(path).values()].map(({ document }) => document.provenance.fileName)
  expect(new Set(names)).toEqual(new Set(['bridge.md', 'ferry.txt']))
  await expect(page.getByRole('listbox', { name: 'Documents' }).getByRole('option')).toHaveCount(2)
})

test('a file that is no text is refused by name and changes nothing', async ({ home, start }) => {
  const path = await makeProject(home, { Bridge: bridge })
  const file = join(home, 'photo.txt')
  await writeFile(
    file,
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
  )
  const { page, importFiles } = await start(path)
  await page.getByRole('button', { name: 'Import…' }).click()
  await importFiles([file])

  await expect(page.getByRole('alert').filter({ hasText: 'photo.txt' })).toBeVisible()
  await waitUntilSaved(page)
  expect([...storedIn(path).keys()]).toEqual(['Bridge'])
})

test('annotations of another tool come with their text; labels are mapped, and what does not fit waits', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, {})
  const { page } = await start(path)
  const text = 'The 👩🏽‍🚀 mayor said:\r\n“It is safe.”\r\n'
  await drop(page, {
    'mayor.txt': text,
    'mayor.ann': [
      'T1\tSaying 22 36\t“It is safe.”',
      'T2\tRumour 9 14\tmayor',
      'T3\tquote 0 3\tAnd',
      'R1\tdenies Arg1:T1 Arg2:T2',
    ].join('\n'),
  })
  const dialog = importDialog(page)
  await expect(dialog.getByRole('heading', { name: 'What do these labels become?' })).toBeVisible()
  await expect(dialog.getByRole('combobox', { name: 'quote becomes' })).toHaveValue('quote')
  await dialog.getByRole('combobox', { name: 'Saying becomes' }).selectOption('Claim')
  await expectAccessibleInThemes(page, 'the labels of an import')
  expect(storedIn(path).size).toBe(0)
  await dialog.getByRole('button', { name: 'Store' }).click()

  await expect(dialog.getByRole('row', { name: 'Annotations 3 2 0 1 1' })).toBeVisible()
  await expect(dialog.getByText('mayor.ann · T3')).toBeVisible()
  await expectAccessibleInThemes(page, 'the report of an import')
  await dialog.getByRole('button', { name: 'Close' }).click()
  expect(storedTags(path, 'mayor')).toEqual(['Rumour: mayor', 'claim: “It is safe.”'])
  await expect(
    page.getByRole('option', { name: /mayor.*2 annotations.*1 to review/ }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => storedIn(path).size).toBe(0)
})

test('the columns of a table are asked for once', async ({ home, start }) => {
  const path = await makeProject(home, {})
  const { page } = await start(path)
  const dialog = importDialog(page)
  await drop(page, { 'week.csv': 'a;b;c\r\nOne;First text;x\r\nTwo;"Second; text";y\r\n' })
  await expect(dialog.getByRole('heading', { name: 'Which column is what?' })).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Text' }).selectOption('b')
  await dialog.getByRole('combobox', { name: 'Title' }).selectOption('a')
  await expectAccessibleInThemes(page, 'the columns of a table')
  await dialog.getByRole('button', { name: 'Read' }).click()
  await expect.poll(() => [...storedIn(path).keys()]).toEqual(['One', 'Two'])
  expect(storedIn(path).get('Two')?.text).toBe('Second; text')
  expect(storedIn(path).get('Two')?.document.metadata).toEqual({ c: 'y' })
  await expect(dialog).toBeHidden()

  await drop(page, { 'next week.csv': 'a;b;c\r\nThree;Third text;z\r\n' })
  await expect.poll(() => storedIn(path).get('Three')?.text).toBe('Third text')
})

test('an import that is cancelled leaves the project as it was', async ({ home, start }) => {
  const path = await makeProject(home, { Bridge: bridge })
  const { page } = await start(path)
  await drop(page, { 'a.txt': 'Text', 'a.ann': 'T1\tRumour 0 4\tText' })
  const dialog = importDialog(page)
  await expect(dialog.getByRole('combobox', { name: 'Rumour becomes' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel import' }).click()
  await expect(dialog).toBeHidden()
  await waitUntilSaved(page)
  expect([...storedIn(path).keys()]).toEqual(['Bridge'])
  const left = (await readdir(home)).filter((name) => name.includes('import'))
  expect(left).toEqual([])
})

test('an import can be left for a while and is found again', async ({ home, start }) => {
  const path = await makeProject(home, { Bridge: bridge })
  const { page } = await start(path)
  await drop(page, { 'a.txt': 'Text', 'a.ann': 'T1\tRumour 0 4\tText' })
  const dialog = importDialog(page)
  await expect(dialog.getByRole('combobox', { name: 'Rumour becomes' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Import: a question' }).click()
  await dialog.getByRole('button', { name: 'Store' }).click()
  await expect.poll(() => storedTags(path, 'a')).toEqual(['Rumour: Text'])
})
