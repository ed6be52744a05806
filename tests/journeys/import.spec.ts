import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { openDocument, waitUntilSaved } from '../workbench/annotations.ts'
import { shownText } from '../workbench/article.ts'
import { makeProject, storedIn } from '../workbench/project.ts'
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

test('files dropped on the window become documents', async ({ home, start }) => {
  const path = await makeProject(home, {})
  const { page } = await start(path)
  await expect(page.getByRole('region', { name: 'Documents' })).toBeVisible()
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['The ferry is late.'], 'ferry.txt', { type: 'text/plain' }))
    data.items.add(new File(['# The bridge\n\nIt is shut.'], 'bridge.md'))
    return data
  })
  const target = page.getByRole('region', { name: 'Article' })
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await target.dispatchEvent(type, { dataTransfer: dropped })
  }

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
