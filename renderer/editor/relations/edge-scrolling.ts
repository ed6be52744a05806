/** Within this distance of the upper and lower edge the text scrolls, in CSS px, and at most by so much in each frame. */
const reach = 48
const mostStep = 14

/** Scrolls while the pointer is near an edge, faster the nearer it is. Returns a function that stops it. */
export function keepScrolling(
  scroller: HTMLElement,
  pointerTop: () => number,
  scrolled: () => void,
): () => void {
  let frame = requestAnimationFrame(step)

  function step(): void {
    frame = requestAnimationFrame(step)
    const { top, bottom } = scroller.getBoundingClientRect()
    const y = pointerTop()
    const up = Math.max(0, top + reach - y)
    const down = Math.max(0, y - bottom + reach)
    const by = (Math.min(down, reach) - Math.min(up, reach)) * (mostStep / reach)
    if (by === 0) return
    const before = scroller.scrollTop
    scroller.scrollBy({ top: by, behavior: 'instant' })
    if (scroller.scrollTop !== before) scrolled()
  }

  return () => {
    cancelAnimationFrame(frame)
  }
}
