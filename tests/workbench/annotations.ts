import type { Locator, Page } from '@playwright/test'

import { expect } from './test.ts'

/** The annotations in the list beside the text. */
export function annotationsIn(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Annotations' }).getByRole('option')
}

/** Waits until the list holds so many annotations. It makes rows only for those in view, which say how many there are. */
export async function expectAnnotations(page: Page, count: number): Promise<void> {
  if (count === 0) await expect(annotationsIn(page)).toHaveCount(0)
  else await expect(annotationsIn(page).first()).toHaveAttribute('aria-setsize', String(count))
}

/** The annotation in the list that shows these words. */
export function annotationOn(page: Page, words: string): Locator {
  return annotationsIn(page).filter({ hasText: words })
}

/** The fields of the annotation that is selected. */
export function selectedAnnotation(page: Page): Locator {
  return page.getByRole('group', { name: 'Selected annotation' })
}

export function saveStatus(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: /Saved|Saving…|Not saved/ })
}

/** Waits until the project file has everything. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await expect(saveStatus(page)).toHaveText('Saved')
}

/** Opens a document by its title in the list of documents, and waits until it is shown. */
export async function openDocument(page: Page, title: string): Promise<void> {
  const option = page.getByRole('listbox', { name: 'Documents' }).getByRole('option')
  await option.filter({ hasText: title }).click()
  const article = page.getByRole('region', { name: 'Article' })
  await expect(article.getByRole('heading', { name: title })).toBeVisible()
}
