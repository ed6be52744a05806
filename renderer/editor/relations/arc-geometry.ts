/** The margin that arcs are drawn in, in CSS px of the page of the article. */
export type Margin = {
  /** Where the text's box ends and the margin begins. */
  readonly edge: number
  /** Which way the margin lies: -1 to the left of the text, 1 to the right. */
  readonly outward: -1 | 1
  /** Its width. */
  readonly room: number
}

/** What is drawn of an arc: paths as SVG writes them, and where its name stands. */
export type ArcShape = {
  readonly line: string
  readonly arrow: string
  /** Where the name stands, whether it runs along the arc for want of room, and whether even that is too short for it. */
  readonly name: {
    readonly x: number
    readonly y: number
    readonly upright: boolean
    readonly anchor: 'start' | 'middle' | 'end'
    readonly cramped: boolean
  }
}

/** Below this width nothing can be told apart, in CSS px. */
const leastRoom = 14
/** Between the text and what is drawn, between the innermost lane and the text, and between lanes, in CSS px. */
const gap = 4
const firstDepth = 8
const leastStep = 4
const mostStep = 9
/** A name beside its arc needs this much width, in CSS px. */
const roomForNames = 96
const corner = 9
const arrowLength = 6
const arrowHalf = 3.5
const stubLength = 14
/** The shortest arc with a name along it, in CSS px. */
const leastNamed = 56
/** The name stands this far from the line it belongs to, in CSS px. */
const nameDistance = 44

/** How far from the text each lane runs, in CSS px: as many lanes as are used, or as the margin holds. Empty where it holds none. */
export function laneDepths({ room }: Margin, lanes: number): readonly number[] {
  const usable = Math.min(room, roomForNames) - gap - 2
  if (room < leastRoom || lanes === 0) return []
  const held = Math.max(1, Math.floor((usable - firstDepth) / leastStep) + 1)
  const count = Math.min(lanes, held)
  const step = count === 1 ? 0 : Math.min(mostStep, (usable - firstDepth) / (count - 1))
  return Array.from({ length: count }, (_, lane) => Math.min(firstDepth + lane * step, usable))
}

/**
 * An arc from the line at `from` to the line at `to` (CSS px from the top of the page), `depth` px away from the text. Its
 * name stands near the end `named`.
 */
export function arcShape(
  margin: Margin,
  depth: number,
  from: number,
  to: number,
  named: 'from' | 'to',
): ArcShape {
  const { edge, outward } = margin
  const [first, second] = spread(from, to, depth)
  const down = Math.sign(second - first)
  const near = edge + outward * gap
  const far = near + outward * depth
  const tip = near + outward * arrowLength
  const round = Math.min(corner, depth - 2, Math.abs(second - first) / 2)
  const turn = far - outward * round
  const line = [
    `M${near} ${first}H${turn}`,
    `Q${far} ${first} ${far} ${first + down * round}`,
    `V${second - down * round}`,
    `Q${far} ${second} ${turn} ${second}`,
    `H${tip}`,
  ].join('')
  const away = Math.min(Math.abs(second - first) / 2, nameDistance)
  const y = named === 'from' ? first + down * away : second - down * away
  return {
    line,
    arrow: arrowAt(near, second, outward),
    name: namePlace(margin, far, y, Math.abs(second - first)),
  }
}

/** The stub of a relation that leads out of the document (`from` is here) or into it. */
export function stubShape(margin: Margin, y: number, here: 'from' | 'to'): ArcShape {
  const { edge, outward } = margin
  const near = edge + outward * gap
  const far = near + outward * Math.min(stubLength, margin.room - gap - 1)
  const arrow = here === 'to' ? arrowAt(near, y, outward) : arrowAt(far, y, outward === 1 ? -1 : 1)
  const line =
    here === 'to'
      ? `M${far} ${y}H${near + outward * arrowLength}`
      : `M${near} ${y}H${far - outward * arrowLength}`
  return { line, arrow, name: namePlace(margin, far, y, 0) }
}

/** Ends of several arcs on one line keep apart, so that an outer arc leaves around an inner one. */
function spread(from: number, to: number, depth: number): readonly [number, number] {
  const by = Math.min(depth / 3, 7)
  if (Math.abs(to - from) < 2) return [from - by, to + by]
  return from < to ? [from - by + 3, to + by - 3] : [from + by - 3, to - by + 3]
}

function arrowAt(tip: number, y: number, outward: -1 | 1): string {
  const base = tip + outward * arrowLength
  return `M${tip} ${y}L${base} ${y - arrowHalf}V${y + arrowHalf}Z`
}

function namePlace(margin: Margin, far: number, y: number, length: number): ArcShape['name'] {
  const upright = margin.room < roomForNames + 40
  const x = upright ? far : far + margin.outward * 6
  const anchor = upright ? 'middle' : margin.outward === 1 ? 'start' : 'end'
  return { x, y, upright, anchor, cramped: upright && length < leastNamed }
}
