import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

import { expect } from './test.ts'

/** Fails with every rule that axe finds broken on what the page shows now, and where. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // The page has no frames; the other mode needs a second page, which the desktop shell denies.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} ${target.join(' ')} ${failureSummary ?? ''}`,
    ),
  )
  expect(found, what).toEqual([])
}
