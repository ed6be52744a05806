import type { Rectangle } from 'electron'

const usual = { width: 1360, height: 900 }
const smallest = { width: 720, height: 480 }
/** As much of a window's top, in device-independent pixels, must be on a display that it can be taken hold of. */
const grip = { width: 120, height: 40 }
/** How far a further window is moved from one that is there, so that the title bars of both are seen. */
const step = 32

/**
 * Where a window opens: as it was where that is still on a display, else centred on the first display given (the
 * primary one), no larger than it. `workAreas` are the displays without their menu bars and docks.
 */
export function boundsOnDisplay(
  remembered: Rectangle | null,
  workAreas: readonly [Rectangle, ...Rectangle[]],
): Rectangle {
  if (remembered !== null && workAreas.some((area) => canBeGripped(remembered, area))) {
    return remembered
  }
  const [{ x, y, width, height }] = workAreas
  const wanted = remembered ?? usual
  const fitted = {
    width: Math.min(width, Math.max(wanted.width, smallest.width)),
    height: Math.min(height, Math.max(wanted.height, smallest.height)),
  }
  return {
    ...fitted,
    x: Math.round(x + (width - fitted.width) / 2),
    y: Math.round(y + (height - fitted.height) / 2),
  }
}

/**
 * Bounds for a further window: where they would lie upon one that is there already, a step down and to the right of it, and
 * in the display's corner again where that would leave it.
 */
export function cascaded(
  bounds: Rectangle,
  taken: readonly Rectangle[],
  workAreas: readonly [Rectangle, ...Rectangle[]],
): Rectangle {
  const area = workAreas.find((one) => canBeGripped(bounds, one)) ?? workAreas[0]
  let { x, y } = bounds
  // As many windows as fit on the longest way down; after that they lie upon each other.
  for (let tries = 0; tries < taken.length; tries += 1) {
    if (!taken.some((other) => Math.abs(other.x - x) < step && Math.abs(other.y - y) < step)) break
    x += step
    y += step
    if (x + bounds.width > area.x + area.width || y + bounds.height > area.y + area.height) {
      x = area.x + step * tries
      y = area.y
    }
  }
  return { ...bounds, x, y }
}

function canBeGripped({ x, y, width }: Rectangle, area: Rectangle): boolean {
  const right = Math.min(x + width, area.x + area.width)
  return (
    right - Math.max(x, area.x) >= grip.width &&
    y >= area.y &&
    y + grip.height <= area.y + area.height
  )
}
