/** Milliseconds that something asked of the workbench may take to be drawn before the keyboard stays where it is. */
const patience = 3000

/** Focuses an element or the first thing in it that can be focused. */
export function focusWithin(element: Element | null): void {
  // Of several radio buttons the one that is set.
  const focusable =
    '[tabindex="0"], input:not([tabindex="-1"]), textarea, select, button:not([disabled])'
  // A list whose present row is not drawn has no such thing in it, and takes the keyboard itself.
  const within = element?.querySelector(focusable) ?? element
  const target = element?.matches(focusable) === true ? element : within
  if (target instanceof HTMLElement) target.focus()
}

/**
 * Focuses what a selector finds in a part of the window as soon as it is there: lists of the whole project come a moment after
 * what they stand in. Nothing is taken from somebody who has gone elsewhere by then.
 */
export function focusOnceThere(part: Element | null, selector: string): void {
  if (part === null || focusFound(part, selector)) return
  const from = document.activeElement
  const observer = new MutationObserver(() => {
    if (document.activeElement !== from || focusFound(part, selector)) stop()
  })
  const timer = setTimeout(stop, patience)
  observer.observe(part, { childList: true, subtree: true })

  function stop(): void {
    observer.disconnect()
    clearTimeout(timer)
  }
}

function focusFound(part: Element, selector: string): boolean {
  const found = part.querySelector(selector)
  if (!(found instanceof HTMLElement)) return false
  found.focus()
  return true
}
