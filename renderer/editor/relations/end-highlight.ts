import type { Annotation } from '../../../shared/model/annotation.ts'
import type { ArticleView } from '../article-view.ts'
import { rangeOf } from '../highlight-ranges.ts'

/** The ends of a relation that is being made, by the names that the stylesheet has for them. */
type EndMark = 'relation-source' | 'relation-target'

/** Marks one end of a relation that is being made; `null` takes the mark away. */
export function markEnd(view: ArticleView, name: EndMark, end: Annotation | null): void {
  if (end === null) {
    CSS.highlights.delete(name)
    return
  }
  const ranges = end.spans.flatMap((span) => rangeOf(view, span) ?? [])
  const highlight = new Highlight(...ranges)
  highlight.priority = 3
  CSS.highlights.set(name, highlight)
}
