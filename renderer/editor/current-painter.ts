import type { Span } from '../../shared/text/span.ts'
import { sectionSpan } from './article-layout.ts'
import type { ArticleView } from './article-view.ts'
import { currentHighlight } from './highlight-names.ts'
import { clip, highlightNamed, rangeOf } from './highlight-ranges.ts'
import { indexSpans } from './span-index.ts'

/** Marks what is being worked on, be it one annotation or thousands, only in the sections the browser has in view. */
export type CurrentPainter = {
  /** Spans in any order, in UTF-16 code units. */
  readonly mark: (spans: readonly Span[]) => void
  readonly show: (section: number) => void
  readonly hide: (section: number) => void
  /** Forgets everything marked: another text is shown now. */
  readonly reset: () => void
}

export function createCurrentPainter(
  view: ArticleView,
  registry: HighlightRegistry = CSS.highlights,
): CurrentPainter {
  const painted = new Map<number, readonly StaticRange[]>()
  let marked = indexSpans<Span>([])

  function hide(section: number): void {
    for (const range of painted.get(section) ?? []) registry.get(currentHighlight)?.delete(range)
    painted.delete(section)
  }

  function show(section: number): void {
    if (painted.has(section)) return
    const extent = sectionSpan(view.layout(), section)
    const ranges = marked.within(extent).flatMap((span) => rangeOf(view, clip(span, extent)) ?? [])
    const highlight = highlightNamed(registry, currentHighlight)
    highlight.priority = 1
    for (const range of ranges) highlight.add(range)
    painted.set(section, ranges)
  }

  return {
    show,
    hide,
    mark: (spans) => {
      const inView = [...painted.keys()]
      inView.forEach(hide)
      marked = indexSpans(spans)
      inView.forEach(show)
    },
    reset: () => {
      painted.clear()
      marked = indexSpans([])
      registry.delete(currentHighlight)
    },
  }
}
