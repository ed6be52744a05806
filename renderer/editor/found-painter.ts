import { countLeading } from '../../shared/text/binary-search.ts'
import type { Span } from '../../shared/text/span.ts'
import { sectionSpan } from './article-layout.ts'
import type { ArticleView } from './article-view.ts'
import { foundCurrentHighlight, foundHighlight } from './highlight-names.ts'
import { clip, highlightNamed, rangeOf } from './highlight-ranges.ts'

/** Paints what was found in the text above everything else, and only for the sections the browser has in view. */
export type FoundPainter = {
  /** Matches ascending and apart from each other, in UTF-16 code units. */
  readonly paint: (matches: readonly Span[]) => void
  readonly markCurrent: (match: Span | null) => void
  readonly show: (section: number) => void
  readonly hide: (section: number) => void
  /** Forgets everything painted: another text is shown now. */
  readonly reset: () => void
}

export function createFoundPainter(
  view: ArticleView,
  registry: HighlightRegistry = CSS.highlights,
): FoundPainter {
  const painted = new Map<number, readonly StaticRange[]>()
  let matches: readonly Span[] = []

  function hide(section: number): void {
    for (const range of painted.get(section) ?? []) registry.get(foundHighlight)?.delete(range)
    painted.delete(section)
  }

  function show(section: number): void {
    if (painted.has(section)) return
    const extent = sectionSpan(view.layout(), section)
    const first = countLeading(matches.length, (rank) => endOf(rank) <= extent.start)
    const last = countLeading(matches.length, (rank) => startOf(rank) < extent.end)
    const ranges = matches
      .slice(first, last)
      .flatMap((match) => rangeOf(view, clip(match, extent)) ?? [])
    const highlight = highlightNamed(registry, foundHighlight)
    highlight.priority = 4
    for (const range of ranges) highlight.add(range)
    painted.set(section, ranges)
  }

  function startOf(rank: number): number {
    return matches[rank]?.start ?? Infinity
  }

  function endOf(rank: number): number {
    return matches[rank]?.end ?? Infinity
  }

  return {
    show,
    hide,
    paint: (found) => {
      const inView = [...painted.keys()]
      inView.forEach(hide)
      matches = found
      inView.forEach(show)
    },
    markCurrent: (match) => {
      const highlight = highlightNamed(registry, foundCurrentHighlight)
      const range = match === null ? null : rangeOf(view, match)
      highlight.priority = 5
      highlight.clear()
      if (range !== null) highlight.add(range)
    },
    reset: () => {
      painted.clear()
      matches = []
      registry.delete(foundHighlight)
      registry.delete(foundCurrentHighlight)
    },
  }
}
