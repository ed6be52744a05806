import type { Span } from '../../shared/text/span.ts'
import type { ArticleView } from './article-view.ts'

/** The stretch of the page that shows a span; `null` where the text does not reach it. Static: a live range collapses when its text node is rewritten. */
export function rangeOf(view: ArticleView, span: Span): StaticRange | null {
  const from = view.domPoint(span.start)
  const to = view.domPoint(span.end)
  if (from === null || to === null) return null
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  })
}

/** What of a span lies within an extent that it overlaps. */
export function clip(span: Span, extent: Span): Span {
  return { start: Math.max(span.start, extent.start), end: Math.min(span.end, extent.end) }
}

/** The highlight of a name in the page's registry, made where there is none yet. */
export function highlightNamed(registry: HighlightRegistry, name: string): Highlight {
  const existing = registry.get(name)
  if (existing !== undefined) return existing
  const made = new Highlight()
  registry.set(name, made)
  return made
}
