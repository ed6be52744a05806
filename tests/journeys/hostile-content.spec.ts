import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Locator, Page } from '@playwright/test'
import { SaxesParser } from 'saxes'

import { annotationsIn } from '../workbench/annotations.ts'
import { articleOf } from '../workbench/article.ts'
import { expectNoHarm, noteHarm, watchRequests } from '../workbench/harm.ts'
import { makeHostileProject } from '../workbench/hostile-project.ts'
import { expect, test } from '../workbench/test.ts'

const image = '<img src=x onerror=globalThis.hostileRan=1>'
/** Windows has no such names of files. */
const named = process.platform === 'win32' ? 'Hostile' : image

/** Panels, dialogs and views over an article, by the keys that open them; Escape leaves them. */
const places: readonly Place[] = [
  ...['Guidelines', 'Relations', 'Speakers', 'History', 'Review'].map((name, index): Place => ({
    keys: [`Alt+${index + 1}`],
    shown: (page) => page.getByRole('tabpanel', { name }),
  })),
  dialog('All commands', 'ControlOrMeta+k'),
  dialog('Keys', '?'),
  dialog('Settings', 'ControlOrMeta+,'),
  dialog('Tag set', 'Alt+t'),
  dialog('About this document', 'Alt+Enter'),
  dialog('Relate to…', 'j', 'r'),
  dialog('Tag all occurrences', 'w', 'Shift+T'),
  dialog('Export', 'Alt+e'),
  { keys: ['ControlOrMeta+f'], shown: (page) => page.getByRole('textbox', { name: 'Find' }) },
  dialog('Find copies', 'Alt+Shift+W'),
  { keys: ['Alt+a'], shown: (page) => page.getByRole('grid', { name: 'All documents' }) },
  {
    keys: ['Alt+u'],
    shown: (page) => page.getByRole('heading', { name: 'Documents done by day' }),
  },
]

type Place = { readonly keys: readonly string[]; readonly shown: (page: Page) => Locator }

function dialog(name: string, ...keys: readonly string[]): Place {
  return { keys, shown: (page) => page.getByRole('dialog', { name }) }
}

/** The names of all elements of an XML file; throws where it is not well-formed. */
function elementsIn(xml: string): ReadonlySet<string> {
  const names = new Set<string>()
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => names.add(name))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return names
}

test('what articles and projects hold is text wherever it is shown, and runs, loads and asks nothing', async ({
  home,
  shell,
  start,
}) => {
  test.slow()
  const path = makeHostileProject(home)
  const { page, importFiles } = await start(path, { initScript: noteHarm })
  const requests = watchRequests(page)
  page.on('dialog', (box) => requests.foreign.push(`a dialog: ${box.message()}`))
  page.on('popup', (popup) => requests.foreign.push(`a window: ${popup.url()}`))

  const documents = page.getByRole('listbox', { name: 'Documents' }).getByRole('option')
  await expect(documents.filter({ hasText: `0 ${image}` })).toBeVisible()
  for (const index of [0, 1, 2]) {
    await documents.nth(index).click()
    await expect(annotationsIn(page).first()).toBeVisible()
    await annotationsIn(page).first().click()
    await expectNoHarm(page, `document ${index}`)
  }
  await documents.filter({ hasText: `0 ${image}` }).click()
  await expect(articleOf(page)).toContainText(image)

  for (const { keys, shown } of places) {
    await articleOf(page).focus()
    for (const key of keys) await page.keyboard.press(key)
    await expect(shown(page)).toBeVisible()
    await expectNoHarm(page, keys.join(' '))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }

  // A picture that is exported is made of the same words.
  if (shell === 'browser') {
    await articleOf(page).press('Alt+u')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: 'Export: Annotations by label' })
        .click()
        .then(() => page.getByRole('menuitem', { name: 'SVG' }).click()),
    ])
    const elements = elementsIn(await readFile(await download.path(), 'utf8'))
    expect(elements).toContain('text')
    expect([...elements].filter((name) => /script|img|foreignObject|use/.test(name))).toEqual([])
    await page.keyboard.press('Escape')
  }

  // The results of a search and those that are kept, from the box to the lines.
  await articleOf(page).press('ControlOrMeta+Shift+f')
  const search = page.getByRole('region', { name: 'Search' })
  await search.getByRole('combobox', { name: 'Search the project' }).fill(`"hostileRan" ${image}`)
  await expect(
    search.getByRole('listbox', { name: 'Results' }).getByRole('option').first(),
  ).toBeVisible()
  await expect(search.getByRole('group', { name: 'Saved searches' })).toContainText('<script>')
  await expectNoHarm(page, 'search')
  await page.keyboard.press('Escape')

  // A refused file, and labels of another tool, under names of the same kind.
  await page.getByRole('button', { name: 'Import…' }).click()
  const files = [
    join(home, `${named}.txt`),
    join(home, `${named}.ann`),
    join(home, `${named} 2.txt`),
  ]
  await writeFile(files[0] ?? '', 'He said so.')
  await writeFile(files[1] ?? '', `T1\t${image.replaceAll(' ', '/')} 3 7\tsaid\nT2\tClaim 0 2\tno`)
  await writeFile(files[2] ?? '', '')
  await importFiles(files)
  const dialogOf = page.getByRole('dialog', { name: 'Import' })
  await expect(
    dialogOf.getByRole('heading', { name: 'What do these labels become?' }),
  ).toBeVisible()
  await expectNoHarm(page, 'the labels of an import')
  await dialogOf.getByRole('button', { name: 'Store' }).click()
  await expect(dialogOf.getByText(/T2/)).toBeVisible()
  await expectNoHarm(page, 'the report of an import')
  await dialogOf.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('button', { name: 'Close project' }).click()
  await expect(page.getByRole('grid', { name: 'Recent projects' })).toContainText(named)
  await expectNoHarm(page, 'recent projects')
  if (shell === 'browser') {
    await page.getByRole('button', { name: 'Open project…' }).click()
    const found = page.getByRole('listbox', { name: 'Files and folders' }).getByRole('option')
    await expect(found.filter({ hasText: `${named}.verbatim` })).toBeVisible()
    await expectNoHarm(page, 'the chooser')
  }

  expect(requests.foreign).toEqual([])

  // What watches all this sees it: an element that should not be there, and text that is about to be taken for HTML.
  const refused = await page.evaluate((html) => {
    document.body.append(document.createElement('object'))
    try {
      document.body.innerHTML = html
      return 'nothing'
    } catch (error) {
      return String(error)
    }
  }, image)
  expect(refused).toContain('Text was about to be taken for HTML')
  expect(await page.evaluate(() => Reflect.get(globalThis, 'harm'))).toContain('<object></object>')
})
