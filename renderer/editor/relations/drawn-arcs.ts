import type { Annotation } from '../../../shared/model/annotation.ts'
import { extentOf } from '../../../shared/text/span.ts'
import type { Joined } from '../../relations/use-joined-relations.ts'
import type { ArticleSurface } from '../article-surface.ts'
import { arcShape, laneDepths, stubShape, type ArcShape } from './arc-geometry.ts'
import type { Stretch } from './arc-lanes.ts'
import { createLineFinder, marginOf, type Band } from './arc-places.ts'

export type DrawnArc = Joined & { readonly shape: ArcShape }

/** Where the text is and how far the arcs have to be kept apart. */
export type ArcPlan = {
  readonly documentId: string
  readonly joined: readonly Joined[]
  /** By relation id; those that leave the document have none. */
  readonly lanes: ReadonlyMap<string, number>
}

/** How far lines go on out of view, in CSS px. */
const beyond = 100

/** What arcs within a document join, for their lanes. */
export function stretchesOf(joined: readonly Joined[]): readonly Stretch[] {
  return joined
    .filter(({ from, to }) => from.documentId === to.documentId)
    .map(({ relation, from, to }) => {
      const ends = [startOf(from), startOf(to)]
      return { id: relation.id, start: Math.min(...ends), end: Math.max(...ends) }
    })
}

/** The arcs with an end in view or within a window's height of it. `layer` covers the page of the article. */
export function drawArcs(
  surface: ArticleSurface,
  { documentId, joined, lanes }: ArcPlan,
  parts: {
    readonly layer: HTMLElement
    readonly scroller: HTMLElement
    readonly text: HTMLElement
  },
): readonly DrawnArc[] {
  const frame = parts.layer.getBoundingClientRect()
  const view = parts.scroller.getBoundingClientRect()
  const band: Band = { top: view.top - view.height, bottom: view.bottom + view.height }
  const lineOf = createLineFinder(surface.view)
  const margin = marginOf(parts.text.getBoundingClientRect(), parts.scroller, frame)
  const used = Math.max(0, ...lanes.values()) + 1
  const depths = laneDepths(margin, used)
  if (depths.length === 0) return []
  const isIn = (y: number, { top, bottom }: Band): boolean => y >= top && y <= bottom

  return joined.flatMap((one): readonly DrawnArc[] => {
    const from = one.from.documentId === documentId ? lineOf(startOf(one.from)) : null
    const to = one.to.documentId === documentId ? lineOf(startOf(one.to)) : null
    if (![from, to].some((y) => y !== null && isIn(y, band))) return []
    if (from !== null && to !== null) {
      const lane = Math.min(lanes.get(one.relation.id) ?? 0, depths.length - 1)
      const named = isIn(to, view) ? 'to' : 'from'
      const depth = depths[lane] ?? 0
      const [first, second] = [from, to].map((y) => clampTo(band, y) - frame.top)
      return [{ ...one, shape: arcShape(margin, depth, first ?? 0, second ?? 0, named) }]
    }
    const y = from ?? to
    if (y === null) return []
    return [{ ...one, shape: stubShape(margin, y - frame.top, from === null ? 'to' : 'from') }]
  })
}

/** Lines end a little beyond what is in view: painting thousands of dashes that nobody sees takes its time. */
function clampTo({ top, bottom }: Band, y: number): number {
  return Math.max(top - beyond, Math.min(y, bottom + beyond))
}

function startOf({ spans }: Annotation): number {
  return extentOf(spans).start
}
