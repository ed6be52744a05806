import type { Annotation } from '../../shared/model/annotation.ts'
import type { Span } from '../../shared/text/span.ts'
import { sectionSpan } from './article-layout.ts'
import type { ArticleView } from './article-view.ts'
import { heldHighlight, labelHighlight, proposedHighlight } from './highlight-names.ts'
import { clip, highlightNamed, rangeOf } from './highlight-ranges.ts'
import { assignLanes, type Piece } from './lanes.ts'
import { indexSpans } from './span-index.ts'

/**
 * Paints annotations over the article with the CSS Custom Highlight API: one `Highlight` for each label and lane, made of StaticRanges
 * (a live Range collapses when its text node is rewritten), and only for the sections the browser has in view.
 */
export type HighlightPainter = {
  readonly paint: (annotations: readonly Annotation[]) => void
  readonly show: (section: number) => void
  readonly hide: (section: number) => void
  /** Forgets everything painted: another text is shown now. */
  readonly reset: () => void
  /** Marks where a suggestion would be put: no annotation yet. */
  readonly markProposed: (spans: readonly Span[]) => void
  /** Keeps the selection visible while the keyboard is elsewhere. */
  readonly markHeld: (span: Span | null) => void
  /** How many lanes are in use. */
  readonly lanes: () => number
}

type Painted = { readonly highlight: Highlight; readonly range: StaticRange }

export function createHighlightPainter(
  view: ArticleView,
  registry: HighlightRegistry = CSS.highlights,
): HighlightPainter {
  const painted = new Map<number, Map<string, Painted>>()
  let index = indexSpans<Piece>([])
  let lanes = 0

  function repaint(section: number): void {
    const before = painted.get(section)
    if (before === undefined) return
    const extent = sectionSpan(view.layout(), section)
    const after = new Map<string, Painted>()
    for (const piece of index.within(extent)) {
      const key = keyOf(piece)
      const kept = before.get(key)
      before.delete(key)
      const fresh = kept ?? paintPiece(clip(piece, extent), piece)
      if (fresh !== null) after.set(key, fresh)
    }
    for (const { highlight, range } of before.values()) highlight.delete(range)
    painted.set(section, after)
  }

  function paintPiece(span: Span, piece: Piece): Painted | null {
    const range = rangeOf(view, span)
    if (range === null) return null
    const highlight = highlightNamed(registry, labelHighlight(piece.annotation.label, piece.lane))
    highlight.add(range)
    return { highlight, range }
  }

  function markAlone(name: string, spans: readonly Span[], priority: number): void {
    const highlight = highlightNamed(registry, name)
    highlight.priority = priority
    highlight.clear()
    for (const span of spans) {
      const range = rangeOf(view, span)
      if (range !== null) highlight.add(range)
    }
  }

  return {
    paint: (annotations) => {
      const pieces = assignLanes(annotations)
      index = indexSpans(pieces)
      lanes = pieces.reduce((most, piece) => Math.max(most, piece.lane + 1), 0)
      for (const section of painted.keys()) repaint(section)
    },
    show: (section) => {
      if (painted.has(section)) return
      painted.set(section, new Map())
      repaint(section)
    },
    hide: (section) => {
      for (const { highlight, range } of painted.get(section)?.values() ?? [])
        highlight.delete(range)
      painted.delete(section)
    },
    reset: () => {
      painted.clear()
      index = indexSpans([])
      registry.clear()
    },
    markProposed: (spans) => {
      markAlone(proposedHighlight, spans, 3)
    },
    markHeld: (span) => {
      markAlone(heldHighlight, span === null ? [] : [span], 2)
    },
    lanes: () => lanes,
  }
}

function keyOf({ annotation, start, end, lane }: Piece): string {
  return `${annotation.id} ${annotation.label} ${start} ${end} ${lane}`
}
