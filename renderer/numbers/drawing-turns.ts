/** How long turns may follow each other before a frame is drawn, in ms: the frame has to lay out what they made. */
const longest = 8

type Turn = { readonly element: Element; readonly take: () => void }

const waiting = new Set<Turn>()
let isAwaited = false

/**
 * Runs what draws in an element when it has its turn: a few of them before each frame, so that all together hold nothing up.
 * What the keyboard is in comes first, then what is in sight, then what is nearest to it. Returns a function that gives the
 * turn up.
 */
export function takeTurn(element: Element, take: () => void): () => void {
  const turn = { element, take }
  waiting.add(turn)
  awaitFrame()
  return () => {
    waiting.delete(turn)
  }
}

function awaitFrame(): void {
  if (isAwaited) return
  isAwaited = true
  requestAnimationFrame(() => {
    // In a task of its own: the frame is laid out and painted by then.
    setTimeout(takeSome)
  })
}

function takeSome(): void {
  isAwaited = false
  const began = performance.now()
  const ordered = [...waiting]
    .map((turn) => ({ turn, distance: distanceOf(turn.element) }))
    .toSorted((one, other) => one.distance - other.distance)
  try {
    for (const { turn } of ordered) {
      if (waiting.delete(turn)) turn.take()
      if (performance.now() - began > longest) break
    }
  } finally {
    if (waiting.size > 0) awaitFrame()
  }
}

/** How far an element is from what is in sight, in CSS px; 0 in sight, less where the keyboard is. */
function distanceOf(element: Element): number {
  if (element.contains(document.activeElement)) return -1
  const { top, bottom } = element.getBoundingClientRect()
  return Math.max(0, top - innerHeight, -bottom)
}
