import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

import { expect } from './test.ts'

/** Fails with every rule that axe finds broken on what the page shows now, and where. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // The page has no frames; the other mode needs a second page, which the desktop shell denies.
  const axe = new AxeBuilder({ page }).setLegacyMode()
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
