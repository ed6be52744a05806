import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

import { expect } from './test.ts'

/** Fails with every rule that axe finds broken on what the page shows now, and where. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await expectNothingFound(page, what, axeOn(page))
}

/**
 * The same in every theme, light and dark; the page is left in light. What differs between them are colours alone, so
 * that all the rest is looked at once.
 */
export async function expectAccessibleInThemes(page: Page, what: string): Promise<void> {
  await expectAccessible(page, `${what}, light`)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectContrast(page, `${what}, dark`)
  // As the setting does it, which is no way for a tour: its dialog would cover what is looked at.
  const theme = await setTheme(page, 'contrast')
  await expectContrast(page, `${what}, high contrast, dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  await expectContrast(page, `${what}, high contrast, light`)
  await setTheme(page, theme)
}

/** Gives the theme that was. */
async function setTheme(page: Page, theme: string): Promise<string> {
  return page.evaluate((given) => {
    const { dataset } = document.documentElement
    const before = dataset['theme'] ?? ''
    dataset['theme'] = given
    return before
  }, theme)
}

async function expectContrast(page: Page, what: string): Promise<void> {
  const axe = axeOn(page).withRules('color-contrast')
  // What lies dimmed behind a dialog is looked at without it.
  if (await page.locator('.modal-overlay').first().isVisible()) axe.exclude('#root')
  await expectNothingFound(page, what, axe)
}

function axeOn(page: Page): AxeBuilder {
  // The page has no frames; the other mode needs a second page, which the desktop shell denies.
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
}

async function expectNothingFound(page: Page, what: string, axe: AxeBuilder): Promise<void> {
  // While the list of a combo box is open, React Aria hides all else from screen readers. No key gets there: Tab closes
  // the list. Axe sees only that what is hidden could be focused, and that the page has no heading left.
  if (await page.locator('[data-trigger="ComboBox"]').isVisible()) {
    axe.disableRules(['aria-hidden-focus', 'page-has-heading-one', 'region'])
  }
  const { violations } = await axe.analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} ${target.join(' ')} ${failureSummary ?? ''}`,
    ),
  )
  // The rest of a tour is worth knowing as well.
  expect.soft(found, what).toEqual([])
}
