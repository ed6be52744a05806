import type { Locator, Page } from '@playwright/test'

import { expectAccessible } from '../workbench/accessibility.ts'
import {
  expectAnnotations,
  openDocument,
  selectedAnnotation,
  waitUntilSaved,
} from '../workbench/annotations.ts'
import { articleOf, clickIn, paintedTexts } from '../workbench/article.ts'
import { makeProject, storedTags } from '../workbench/project.ts'
import { dragRelation, storedRelations } from '../workbench/relations.ts'
import { tagStored } from '../workbench/tagged-project.ts'
import { expect, test } from '../workbench/test.ts'

const harbour = [
  'Harbour report',
  'The fishermen say the harbour is closed. A notice says the lights are out.',
  'The port office rejects this: “Nobody closed it.” It will not speak of lamps.',
  'Observers read all this as a quarrel about money.',
].join('\n\n')
const council = 'Council notes\n\nThe council repeated that the quay is shut until spring.'

const closed = 'the harbour is closed'
const lights = 'the lights are out'
const nobody = 'Nobody closed it'
const quarrel = 'a quarrel about money'
const shut = 'the quay is shut until spring'
const denied = `${nobody} denies ${closed}`

/** Two claims, a quote around a denial, and an analysis; a claim in another document. */
async function taggedHarbour(home: string): Promise<string> {
  const path = await makeProject(home, { Harbour: harbour, Council: council })
  tagStored(path, 'Harbour', [
    { words: closed, label: 'claim', speaker: 'The fishermen' },
    { words: lights, label: 'claim' },
    { words: `“${nobody}.”`, label: 'quote' },
    { words: nobody, label: 'denial' },
    { words: quarrel, label: 'analysis' },
  ])
  tagStored(path, 'Council', [{ words: shut, label: 'claim', speaker: 'The council' }])
  return path
}

function links(page: Page): Locator {
  return selectedAnnotation(page).getByRole('region', { name: 'Relations' })
}

function currentQuote(page: Page): Locator {
  return selectedAnnotation(page).getByRole('blockquote')
}

function said(page: Page, words: string): Locator {
  return page.locator('[aria-live]').filter({ hasText: words })
}

test('a denial is related to its claim by key and by typing', async ({ home, start }) => {
  const path = await taggedHarbour(home)
  const { page } = await start(path)
  await openDocument(page, 'Harbour')
  await clickIn(page, nobody)
  await expect(currentQuote(page)).toHaveText(nobody)
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Relate to…' })
  const types = dialog.getByRole('listbox', { name: 'Relation' })
  await expect(types.getByRole('option', { selected: true })).toContainText('denies')
  await expect(types.getByRole('option')).toHaveCount(4)
  // Claims come before quotes, as the rule says, and the nearest first; an analysis cannot be denied.
  const targets = dialog.getByRole('listbox', { name: 'Targets' }).getByRole('option')
  await expect(targets).toContainText([lights, closed, nobody, shut])
  await expectAccessible(page, 'relating by typing')
  await page.keyboard.press('Enter')
  await page.keyboard.type('fishermen closed')
  await expect(targets).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect.poll(() => storedRelations(path)).toEqual([denied])
  await expect(said(page, `Denial “${nobody}” denies claim “${closed}”.`)).toHaveCount(1)
  await expect(currentQuote(page)).toHaveText(nobody)

  // The same again is not offered.
  await page.keyboard.press('r')
  await expect(targets).toContainText([lights, nobody, shut])
  await page.keyboard.press('Escape')

  // Undo shows where it happens.
  await clickIn(page, quarrel)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => storedRelations(path)).toEqual([])
  await expect(currentQuote(page)).toHaveText(closed)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect.poll(() => storedRelations(path)).toEqual([denied])
})

test('another type is chosen by its first letters, and a claim is denied from its own side', async ({
  home,
  start,
}) => {
  const path = await taggedHarbour(home)
  const { page } = await start(path)
  await openDocument(page, 'Harbour')
  await clickIn(page, quarrel)
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Relate to…' })
  await page.keyboard.type('rep')
  await expect(dialog.getByRole('option', { selected: true })).toContainText('repeats')
  await page.keyboard.press('Enter')
  await page.keyboard.type('lights')
  await page.keyboard.press('Enter')
  await expect.poll(() => storedRelations(path)).toEqual([`${quarrel} repeats ${lights}`])

  await clickIn(page, closed)
  await page.keyboard.press('r')
  await expect(dialog.getByRole('option', { selected: true })).toContainText('is denied by')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => storedRelations(path)).toEqual([denied, `${quarrel} repeats ${lights}`])
})

test('the target is picked in the text by caret', async ({ home, start }) => {
  const path = await taggedHarbour(home)
  const { page } = await start(path)
  await openDocument(page, 'Harbour')
  await clickIn(page, quarrel)
  await page.keyboard.press('Shift+R')
  const banner = page.getByRole('group', { name: 'Relate to…' })
  await expect(banner).toContainText(`Relate Analysis “${quarrel}” to…`)
  await expectAccessible(page, 'picking in the text')
  await page.keyboard.press('Escape')
  await expect(banner).toBeHidden()

  await clickIn(page, nobody)
  await expect(currentQuote(page)).toHaveText(nobody)
  await page.keyboard.press('Shift+R')
  await expect(banner).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(said(page, 'An annotation cannot be related to itself.')).toHaveCount(1)
  await page.keyboard.press('j')
  await expect(currentQuote(page)).toHaveText(quarrel)
  const painted = await paintedTexts(page)
  expect(painted).toContainEqual({ highlight: 'relation-source', text: nobody })
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  await expect(currentQuote(page)).toHaveText(lights)
  await expect(banner).toContainText('Enter: choose how.')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Which relation?' })
  await expect(dialog.getByRole('option', { selected: true })).toContainText('denies')
  await page.keyboard.press('Enter')
  await expect.poll(() => storedRelations(path)).toEqual([`${nobody} denies ${lights}`])
  await expect(banner).toBeHidden()
  await expect(articleOf(page)).toBeFocused()
  await expect(currentQuote(page)).toHaveText(nobody)
})

test('the target is picked in another document, with the mouse', async ({ home, start }) => {
  const path = await taggedHarbour(home)
  const { page } = await start(path)
  await openDocument(page, 'Harbour')
  await clickIn(page, nobody)
  await page.keyboard.press('Shift+R')
  await openDocument(page, 'Council')
  await clickIn(page, shut)
  const banner = page.getByRole('group', { name: 'Relate to…' })
  await banner.getByRole('button', { name: 'Relate' }).click()
  await page
    .getByRole('dialog', { name: 'Which relation?' })
    .getByRole('button', { name: 'Relate' })
    .click()
  await expect.poll(() => storedRelations(path)).toEqual([`${nobody} denies ${shut}`])
  await expect(banner).toBeHidden()
  await expect(links(page)).toContainText(`is denied by ‹ Denial “${nobody}” (Harbour)`)
})

test('a relation is made by dragging, onto the innermost annotation that is allowed', async ({
  home,
  start,
}) => {
  const path = await taggedHarbour(home)
  const { page } = await start(path)
  await openDocument(page, 'Harbour')
  await clickIn(page, closed)
  await expect(currentQuote(page)).toHaveText(closed)
  await dragRelation(page, closed, nobody, 'escape')
  await expect(said(page, 'No relation was made.')).toHaveCount(1)
  expect(storedRelations(path)).toEqual([])

  await dragRelation(page, closed, nobody)
  const dialog = page.getByRole('dialog', { name: 'Which relation?' })
  await expect(dialog.getByRole('option', { selected: true })).toContainText('is denied by')
  await dialog.getByRole('button', { name: 'Relate' }).click()
  await expect.poll(() => storedRelations(path)).toEqual([denied])
})

test('relations lead to other documents and back', async ({ home, start }) => {
  const path = await taggedHarbour(home)
  const { page } = await start(path)
  await openDocument(page, 'Harbour')
  await clickIn(page, nobody)
  await page.keyboard.press('r')
  await page.keyboard.press('Enter')
  await page.keyboard.type('quay')
  const targets = page.getByRole('listbox', { name: 'Targets' }).getByRole('option')
  await expect(targets).toHaveText([/Council.*the quay is shut/])
  await page.keyboard.press('Enter')
  await expect.poll(() => storedRelations(path)).toEqual([`${nobody} denies ${shut}`])

  const link = links(page).getByRole('button', { name: `denies Claim “${shut}” (Council)` })
  await expect(link).toBeVisible()
  await page.keyboard.press('g')
  await expect(articleOf(page)).toContainText('The council repeated')
  await expect(currentQuote(page)).toHaveText(shut)
  await expect(links(page)).toContainText(`is denied by ‹ Denial “${nobody}” (Harbour)`)
  await page.keyboard.press('Shift+G')
  await expect(currentQuote(page)).toHaveText(nobody)
  await link.click()
  await expect(currentQuote(page)).toHaveText(shut)

  await links(page).getByRole('button', { name: 'Remove' }).click()
  await expect.poll(() => storedRelations(path)).toEqual([])
  await expect(links(page).getByRole('listitem')).toHaveCount(0)
})

test('going on from a related annotation visits the others', async ({ home, start }) => {
  const path = await taggedHarbour(home)
  const { page } = await start(path)
  await openDocument(page, 'Harbour')
  for (const target of [closed, lights]) {
    await clickIn(page, nobody)
    await page.keyboard.press('r')
    await page.keyboard.press('Enter')
    await page.keyboard.type(target)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await expect.poll(() => storedRelations(path)).toHaveLength(2)
  await clickIn(page, nobody)
  for (const quote of [closed, lights, closed]) {
    await page.keyboard.press('g')
    await expect(currentQuote(page)).toHaveText(quote)
  }
  await page.keyboard.press('Shift+G')
  await expect(currentQuote(page)).toHaveText(nobody)
})

test('relations stay with annotations that are moved, go with those that are deleted, and come back', async ({
  home,
  start,
}) => {
  const path = await taggedHarbour(home)
  const first = await start(path)
  await openDocument(first.page, 'Harbour')
  await clickIn(first.page, nobody)
  await first.page.keyboard.press('r')
  await first.page.keyboard.press('Enter')
  await first.page.keyboard.type('fishermen')
  await first.page.keyboard.press('Enter')
  await expect.poll(() => storedRelations(path)).toEqual([denied])
  await first.page.keyboard.press('Alt+,')
  await expect.poll(() => storedRelations(path)).toEqual([`Nobody closed denies ${closed}`])
  await first.page.keyboard.press('Delete')
  await expect.poll(() => storedRelations(path)).toEqual([])
  await expectAnnotations(first.page, 4)
  await first.page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => storedRelations(path)).toEqual([`Nobody closed denies ${closed}`])
  await waitUntilSaved(first.page)
  await first.close()

  const { page } = await start(path)
  await expect(articleOf(page)).toContainText('The fishermen say')
  await clickIn(page, closed)
  await expect(links(page)).toContainText('is denied by ‹ Denial “Nobody closed”')
  await page.keyboard.press('4')
  await expect.poll(() => storedTags(path, 'Harbour')).toContain(`analysis: ${closed}`)
  await expect(links(page)).toContainText('not foreseen by the tag set')
})

test('claims nobody denies and denials without a claim are listed over all documents', async ({
  home,
  start,
}) => {
  const path = await taggedHarbour(home)
  const { page } = await start(path)
  await openDocument(page, 'Harbour')
  await page.keyboard.press('Alt+2')
  const panel = page.getByRole('tabpanel', { name: 'Relations' })
  const undenied = panel.getByRole('radio', { name: 'Claim that nobody denies' })
  const aimless = panel.getByRole('radio', { name: 'Denial without claim' })
  await expect(undenied).toHaveAccessibleName(/3$/)
  await expect(aimless).toHaveAccessibleName(/1$/)
  await clickIn(page, nobody)
  await page.keyboard.press('r')
  await page.keyboard.press('Enter')
  await page.keyboard.type('lights')
  await page.keyboard.press('Enter')
  await expect(undenied).toHaveAccessibleName(/2$/)
  await expect(aimless).toHaveAccessibleName(/0$/)

  await panel.getByText('Claim that nobody denies').click()
  const gaps = panel.getByRole('grid', { name: 'Claim that nobody denies' }).getByRole('row')
  await expect(gaps).toContainText([closed, shut])
  await expectAccessible(page, 'claims nobody denies')
  await gaps.filter({ hasText: shut }).click()
  await expect(currentQuote(page)).toHaveText(shut)

  await panel.getByText('Other gaps').click()
  await panel.getByRole('combobox', { name: 'Label' }).selectOption('Quote')
  await expect(panel.getByRole('grid', { name: 'Other gaps' }).getByRole('row')).toHaveCount(1)
  await expectAccessible(page, 'other gaps')

  await openDocument(page, 'Harbour')
  await panel.getByText('In this document').click()
  const rows = panel.getByRole('grid', { name: 'Relations in this document' }).getByRole('row')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(`denies ›`)
  await expectAccessible(page, 'relations of a document')
  await rows.first().focus()
  await page.keyboard.press('Enter')
  await expect(currentQuote(page)).toHaveText(nobody)
  await rows.first().focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => storedRelations(path)).toEqual([])
  await expectAnnotations(page, 5)
})
