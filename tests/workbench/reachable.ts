import type { Page } from '@playwright/test'

import { expect } from './test.ts'

/**
 * Fails with everything that somebody with a small window cannot get at: a page that scrolls sideways or as a whole, a
 * part of it that does, and controls that cannot be scrolled to and clicked.
 */
export async function expectReachable(page: Page, what: string): Promise<void> {
  // A dialog is there, and visible as tests see it, some moments before React Aria takes its cloak off. Soft: the rest of
  // a tour is worth knowing as well.
  await expect.soft.poll(() => unreachable(page), { message: what }).toEqual([])
}

/** What somebody cannot get at now, each named and told why. */
function unreachable(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls =
      'button, input, select, textarea, [role="tab"], [role="option"], [role="row"], [role="menuitem"]'
    // What opened last stands on top, and only that is to be used.
    const open = [...document.querySelectorAll('[role="dialog"], [data-trigger]')]
    const top = open.at(-1) ?? document.body
    const faults: string[] = []

    for (const scroller of [
      document.documentElement,
      document.body,
      ...top.querySelectorAll('*'),
    ]) {
      const { overflowX } = getComputedStyle(scroller)
      const isPage = scroller === document.documentElement || scroller === document.body
      const over = scroller.scrollWidth - scroller.clientWidth
      if (over > 1 && (isPage || overflowX === 'auto' || overflowX === 'scroll')) {
        faults.push(`${nameOf(scroller)} scrolls sideways by ${over} px`)
      }
    }

    for (const control of top.querySelectorAll(controls)) {
      const shown = control.matches('input[type="radio"]') ? control.closest('label') : control
      const { width, height } = shown?.getBoundingClientRect() ?? { width: 0, height: 0 }
      if (shown === null || width < 2 || height < 2) continue
      if (shown.closest('[aria-hidden="true"], [inert]') !== null || isForScreenReaders(shown))
        continue
      shown.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
      const box = shown.getBoundingClientRect()
      if (box.left < -1 || box.right > window.innerWidth + 1) {
        faults.push(`${nameOf(control)} stands from ${box.left} to ${box.right} px`)
      }
      // What is high and scrolls by itself is reached anywhere.
      const places = [0.5, 0.1, 0.9].map((share) => ({
        x: box.left + box.width / 2,
        y: box.top + box.height * share,
      }))
      const hit = places.some(({ x, y }) => {
        const there = document.elementFromPoint(x, y)
        return there !== null && (shown.contains(there) || there.contains(control))
      })
      if (hit) continue
      const [{ x, y } = { x: 0, y: 0 }] = places
      const instead = document.elementFromPoint(x, y)
      faults.push(
        `${nameOf(control)} cannot be clicked: ${instead === null ? 'nothing' : nameOf(instead)} is there`,
      )
    }

    for (const { scrollTop } of [document.documentElement, document.body]) {
      if (scrollTop !== 0) faults.push(`the page was scrolled by ${scrollTop} px`)
    }
    return faults

    /** Within something of one pixel, as React Aria hides what ends a list or menu for those who cannot press Escape. */
    function isForScreenReaders({ parentElement }: Element): boolean {
      return parentElement !== null && parentElement.getBoundingClientRect().width < 2
    }

    function nameOf(element: Element): string {
      const name = element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)
      return `${element.tagName.toLowerCase()}.${element.className} “${name}”`
    }
  })
}
