import type { Page } from '@playwright/test'

import { openProject } from '../../app/workbench/project/open-project.ts'
import type { Change } from '../../shared/model/change.ts'
import { newId, timeNow } from '../../shared/model/id.ts'
import type { Suggestion } from '../../shared/model/suggestion.ts'
import { expectAccessibleInThemes } from '../workbench/accessibility.ts'
import {
  annotationOn,
  expectAnnotations,
  openDocument,
  waitUntilSaved,
} from '../workbench/annotations.ts'
import { articleOf, dragOver, paintedTexts } from '../workbench/article.ts'
import { makeProject, storedIn, valueOf } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

/** Has a project wait for a look at a prediction, at words that are not where they should be, and at some that are nowhere. */
function suggest(path: string): void {
  const file = valueOf(openProject(path))
  const [summary] = file.documents()
  if (summary === undefined) throw new Error('the project has an article')
  const documentId = summary.document.id
  const now = timeNow()
  const plain = {
    documentId,
    score: null,
    attribution: [],
    attributes: {},
    note: null,
    annotator: 'spaCy',
    createdAt: now,
    updatedAt: now,
  }
  const spansOf = (words: string) => {
    const start = bridge.indexOf(words)
    return [{ start, end: start + words.length }]
  }
  const [first, second] = [newId(), newId()]
  const relation = { id: newId(), type: 'denies', from: second, to: first }
  const suggestions: readonly Suggestion[] = [
    {
      ...plain,
      id: first,
      label: 'claim',
      reason: 'predicted',
      expected: 'the old bridge is safe',
      found: 'the old bridge is safe',
      proposal: spansOf('the old bridge is safe'),
      score: 0.87,
      origin: 'tasks.json, [0]',
      relations: [relation],
    },
    {
      ...plain,
      id: second,
      label: 'denial',
      reason: 'quoteDiffers',
      expected: 'two cables are broken',
      found: 'wo cables are broken.',
      proposal: spansOf('two cables are broken'),
      origin: 'bridge.ann, T4',
      note: 'She is the engineer.',
      relations: [relation],
    },
    {
      ...plain,
      id: newId(),
      label: 'rumour',
      reason: 'notFound',
      expected: 'the bridge fell down',
      found: null,
      proposal: null,
      origin: 'bridge.ann, T5',
      relations: [],
    },
  ]
  const changes = suggestions.map((after): Change => ({
    entity: 'suggestion',
    before: null,
    after,
  }))
  valueOf(file.commit({ id: newId(), annotator: 'Ada', summary: 'Import “Bridge”', changes }))
  file.close()
}

/** Opens the article of a project where something waits, and looks at the first of it by key. */
async function lookAtFirst(page: Page): Promise<void> {
  await openDocument(page, 'Bridge')
  await articleOf(page).focus()
  await page.keyboard.press('v')
}

test('what waits is accepted where it is proposed, put elsewhere or rejected, each as one step to undo', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Bridge: bridge })
  suggest(path)
  const { page } = await start(path)
  await expect(page.getByRole('option', { name: /Bridge.*3 to review/ })).toBeVisible()
  const waiting = page.getByRole('listbox', { name: 'To review' }).getByRole('option')
  const details = page.getByRole('region', { name: 'Suggestion' })

  // By key: the first one is shown in the text, accepted, and the next one is looked at.
  await lookAtFirst(page)
  await expect(waiting).toHaveCount(3)
  await expect(details.getByText('A machine proposed this.')).toBeVisible()
  await expect
    .poll(() => paintedTexts(page))
    .toEqual([{ highlight: 'proposed-place', text: 'the old bridge is safe' }])
  await expectAccessibleInThemes(page, 'a prediction in the review list')
  await page.keyboard.press('y')
  await expectAnnotations(page, 1)
  await expect(waiting).toHaveCount(2)
  await expect(details.getByText('two cables are broken')).toBeVisible()
  await expect(details.getByText('wo cables are broken.')).toBeVisible()
  await expect(details.getByText('She is the engineer.')).toBeVisible()

  // By button; the relation is made, as both its ends are annotations now.
  await details.getByRole('button', { name: 'Accept' }).click()
  await expectAnnotations(page, 2)
  await waitUntilSaved(page)
  const quotes = () =>
    storedIn(path)
      .get('Bridge')
      ?.annotations.map(({ quote }) => quote)
  expect(quotes()).toEqual(['the old bridge is safe', 'two cables are broken'])
  await annotationOn(page, 'two cables are broken').click()
  await expect(page.getByRole('group', { name: 'Selected annotation' })).toContainText('denies')

  // What is nowhere, and of a label that is not there, gets both from a person.
  await waiting.first().click()
  await expect(details.getByRole('button', { name: 'Accept' })).toBeDisabled()
  await details.getByRole('combobox', { name: 'Label' }).selectOption('Claim')
  await dragOver(page, 'disagreed')
  await details.getByRole('button', { name: 'Use selection' }).click()
  await expectAnnotations(page, 3)
  await expect(page.getByText('Nothing waits for review in this document.')).toBeVisible()
  await expectAccessibleInThemes(page, 'an empty review list')

  // Each was one step.
  const undo = page.getByRole('button', { name: /^Undo/ })
  await undo.click()
  await expectAnnotations(page, 2)
  await expect(waiting).toHaveCount(1)
  await undo.click()
  await undo.click()
  await expectAnnotations(page, 1)
  await expect(waiting).toHaveCount(2)
  await waiting.first().click()
  await articleOf(page).focus()
  await page.keyboard.press('x')
  await expect(waiting).toHaveCount(1)
  await waitUntilSaved(page)
  expect(quotes()).toEqual(['the old bridge is safe'])
})

test('the keyboard is in the article once a button has settled what it was about', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Bridge: bridge })
  suggest(path)
  const { page } = await start(path)
  await lookAtFirst(page)
  await page.getByRole('button', { name: 'Accept the prediction' }).press('Enter')
  await expectAnnotations(page, 1)
  await expect(articleOf(page)).toBeFocused()
  await page.keyboard.press('v')
  await page.getByRole('button', { name: 'Reject all' }).press('Enter')
  await expect(page.getByText('Nothing waits for review in this document.')).toBeVisible()
  await expect(articleOf(page)).toBeFocused()
})
