import { readFile } from 'node:fs/promises'

import type { Download, Locator, Page } from '@playwright/test'

import { openProject } from '../../app/workbench/project/open-project.ts'
import { newId } from '../../shared/model/id.ts'
import { expectAccessible, expectAccessibleInThemes } from '../workbench/accessibility.ts'
import { openDocument } from '../workbench/annotations.ts'
import { articleOf } from '../workbench/article.ts'
import { makeProject, storedTags, valueOf } from '../workbench/project.ts'
import { tagStored } from '../workbench/tagged-project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

const engineer = '=An “engineer”, לוי'

/** Two articles from two sources and months, three speakers, one denial that is related to a claim. */
async function makePress(home: string): Promise<string> {
  const path = await makeProject(home, { Bridge: bridge, Harbour: 'Nobody closed the harbour.' })
  const [claim] = tagStored(path, 'Bridge', [
    { words: 'the old bridge is safe', label: 'claim', speaker: 'The mayor' },
    { words: 'It is safe', label: 'quote', speaker: 'The mayor' },
  ])
  const [denial] = tagStored(path, 'Bridge', [
    { words: 'two cables are broken', label: 'denial', speaker: engineer, annotator: 'Ben' },
  ])
  tagStored(path, 'Harbour', [{ words: 'Nobody closed the harbour', label: 'claim' }])
  const file = valueOf(openProject(path))
  try {
    const known = [
      { title: 'Bridge', source: 'Tass', date: '2024-05-31' },
      { title: 'Harbour', source: 'The Courier', date: '2024-07-01' },
    ]
    const changes = file.wholeDocuments().flatMap((document) => {
      const facts = known.find(({ title }) => title === document.title)
      const after = { ...document, ...facts }
      return [{ entity: 'document' as const, before: document, after }]
    })
    const after = { id: newId(), type: 'denies', from: denial?.id ?? '', to: claim?.id ?? '' }
    const draft = { id: newId(), annotator: 'Ada', summary: 'Date for a journey' }
    valueOf(
      file.commit({ ...draft, changes: [...changes, { entity: 'relation', before: null, after }] }),
    )
  } finally {
    file.close()
  }
  return path
}

async function openNumbers(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Numbers', exact: true }).click()
  const numbers = page.getByRole('region', { name: 'Numbers' })
  await expect(numbers.getByRole('status')).toHaveText('4 annotations counted.')
  return numbers
}

function plot(numbers: Locator, title: string): Locator {
  return numbers.getByRole('group', { name: title })
}

test('a mark that is pressed filters the other plots, and a chip takes it away again', async ({
  home,
  start,
}) => {
  const { page } = await start(await makePress(home))
  const numbers = await openNumbers(page)
  const speakers = plot(numbers, 'Annotations by speaker')
  await expect(speakers.getByRole('button')).toHaveCount(2)
  await expect(plot(numbers, 'Annotations over time').getByRole('button')).toHaveCount(4)
  // One annotation at most in a month, and none that is half one.
  await expect(plot(numbers, 'Annotations over time')).not.toContainText('0.5')
  const claim = plot(numbers, 'Annotations by label').getByRole('button', { name: 'Claim: 2' })
  await claim.click()
  await expect(numbers.getByRole('status')).toHaveText('2 of 4 annotations counted.')
  await expect(claim).toHaveAttribute('aria-pressed', 'true')
  await expect(plot(numbers, 'Annotations by label').getByRole('button')).toHaveCount(3)
  await expect(speakers.getByRole('button')).toHaveCount(1)
  await numbers.getByRole('button', { name: 'Take away Label: Claim' }).click()
  await expect(speakers.getByRole('button')).toHaveCount(2)

  await plot(numbers, 'Who denies whom').getByRole('button').click()
  await expect(numbers.getByRole('status')).toHaveText('1 of 4 annotations counted.')
  await expect(
    numbers.getByRole('button', { name: `Take away ${engineer} denies The mayor` }),
  ).toBeVisible()
  await numbers.getByRole('button', { name: 'Count everything' }).click()
  await numbers.getByRole('combobox', { name: 'Period' }).selectOption('Year')
  await expect(plot(numbers, 'Annotations over time').getByRole('button')).toHaveCount(3)
})

test('the numbers are read and filtered by keyboard alone, and Escape goes back to the article', async ({
  home,
  start,
}) => {
  const path = await makePress(home)
  const { page } = await start(path)
  await openDocument(page, 'Bridge')
  await articleOf(page).focus()
  await page.keyboard.press('Alt+u')
  const numbers = page.getByRole('region', { name: 'Numbers' })
  const labels = plot(numbers, 'Annotations by label')
  await expect(labels.getByRole('button', { name: 'Claim: 2' })).toBeVisible()
  await labels.getByRole('button', { name: 'Claim: 2' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(labels.getByRole('button', { name: 'Quote: 1' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(numbers.getByRole('status')).toHaveText('1 of 4 annotations counted.')
  // The plot was drawn anew under the keyboard.
  await expect(labels.getByRole('button', { name: 'Quote: 1' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(labels.getByRole('button', { name: 'Denial: 1' })).toBeFocused()
  // A key of the article does nothing while it is covered.
  await page.keyboard.press('1')
  await page.keyboard.press('Alt+Shift+q')
  await expect(numbers.getByRole('status')).toHaveText('4 annotations counted.')
  await numbers.getByRole('button', { name: 'Table: Annotations by label' }).focus()
  await page.keyboard.press('Space')
  await expect(numbers.getByRole('row', { name: 'Claim 2 50%' })).toBeVisible()
  await expect(labels).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(numbers).toBeHidden()
  await expect(articleOf(page)).toBeFocused()
  expect(storedTags(path, 'Bridge')).toHaveLength(3)
  // What leads to a part of the desk takes them away, and has the keyboard.
  await page.keyboard.press('Alt+u')
  await expect(numbers).toBeFocused()
  await page.keyboard.press('l')
  await expect(numbers).toBeHidden()
  await expect(page.getByRole('listbox', { name: 'Annotations' }).locator(':focus')).toHaveCount(1)
})

test('claims that nobody denies lead to their list', async ({ home, start }) => {
  const { page } = await start(await makePress(home))
  const numbers = await openNumbers(page)
  await expect(
    numbers.getByText('Nobody denies 1 of 2 annotations with the label Claim: 50%.'),
  ).toBeVisible()
  await numbers.getByRole('button', { name: 'Show the list' }).click()
  await expect(numbers).toBeHidden()
  await expect(page.getByRole('row', { name: /Nobody closed the harbour/ })).toBeVisible()
})

test('pictures and their numbers are written as SVG, PNG and CSV', async ({
  home,
  shell,
  start,
}) => {
  test.skip(shell === 'desktop', 'the dialogs of the desktop are the system’s own')
  const { page } = await start(await makePress(home))
  const numbers = await openNumbers(page)

  async function exported(title: string, kind: string): Promise<Buffer> {
    const download: Promise<Download> = page.waitForEvent('download')
    await numbers.getByRole('button', { name: `Export: ${title}` }).click()
    await page.getByRole('menuitem', { name: kind }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe(`News, ${title}.${kind.toLowerCase()}`)
    return readFile(await file.path())
  }

  const csv = (await exported('Annotations by speaker', 'CSV')).toString('utf8')
  expect(csv).toBe(
    `Speaker,Annotations\r\nThe mayor,2\r\n"'=An “engineer”, לוי",1\r\nNobody named,1\r\n`,
  )

  const svg = (await exported('Annotations by label', 'SVG')).toString('utf8')
  expect(svg).toContain('<title>Annotations by label</title>')
  expect(svg).toContain('Claim: 2')
  expect(svg).not.toMatch(/var\(|oklab|light-dark|class=|style=|aria-|data-mark/)
  const drawn = await page.evaluate(async (source) => {
    const image = new Image()
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`
    await image.decode()
    return { width: image.naturalWidth }
  }, svg)
  expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg /)

  const png = await exported('Annotations by label', 'PNG')
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  expect(png.readUInt32BE(16)).toBe(2 * drawn.width)
})

test('an empty project says what is missing', async ({ home, start }) => {
  const { page } = await start(await makeProject(home, { Bridge: bridge }))
  await page.getByRole('button', { name: 'Numbers', exact: true }).click()
  const numbers = page.getByRole('region', { name: 'Numbers' })
  await expect(numbers.getByText('Nothing is tagged yet')).toBeVisible()
  await expectAccessible(page, 'numbers of nothing')
})

test('axe finds nothing wrong with the numbers, in every theme', async ({ home, start }) => {
  const { page } = await start(await makePress(home))
  const numbers = await openNumbers(page)
  await plot(numbers, 'Annotations by label').getByRole('button', { name: 'Claim: 2' }).click()
  await expect(numbers.getByRole('status')).toHaveText('2 of 4 annotations counted.')
  await numbers.getByRole('button', { name: 'Table: Annotations by source' }).click()
  await expectAccessibleInThemes(page, 'numbers')
})

test('in a narrow window nothing of the numbers is lost', async ({ home, start }) => {
  const { page } = await start(await makePress(home))
  await page.setViewportSize({ width: 640, height: 480 })
  const numbers = await openNumbers(page)
  await expect(numbers.getByRole('heading', { name: 'Documents done by day' })).toBeAttached()
  const { scrollWidth, clientWidth } = await numbers.evaluate((element) => ({
    scrollWidth: element.scrollWidth,
    clientWidth: element.clientWidth,
  }))
  expect(scrollWidth).toBe(clientWidth)
})

test('what is counted is shown in the search, which takes the place of the numbers', async ({
  home,
  start,
}) => {
  const { page } = await start(await makePress(home))
  const numbers = await openNumbers(page)
  await plot(numbers, 'Annotations by label').getByRole('button', { name: 'Claim: 2' }).click()
  await numbers.getByRole('button', { name: 'Show these' }).click()
  await expect(numbers).toBeHidden()
  const search = page.getByRole('region', { name: 'Search' })
  await expect(search.getByRole('combobox', { name: 'Search the project' })).toHaveValue(
    'label:claim',
  )
  await expect(search.getByText('2 annotations in 2 documents')).toBeVisible()

  await page.keyboard.press('Alt+u')
  await plot(numbers, 'Who denies whom').getByRole('button').click()
  await numbers.getByRole('button', { name: 'Show these' }).click()
  await expect(search.getByRole('combobox', { name: 'Search the project' })).toHaveValue(
    String.raw`denies:"=An \“engineer\”, לוי > The mayor"`,
  )
  await expect(search.getByText('1 annotation in 1 document')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(search).toBeHidden()
})
