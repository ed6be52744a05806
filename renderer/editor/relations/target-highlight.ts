import type { Annotation } from '../../../shared/model/annotation.ts'
import type { ArticleView } from '../article-view.ts'

const name = 'relation-target'

/** Marks the annotation that letting go of a relation would choose; `null` takes the mark away. */
export function markTarget(view: ArticleView, target: Annotation | null): void {
  if (target === null) {
    CSS.highlights.delete(name)
    return
  }
  const ranges = target.spans.flatMap(({ start, end }) => {
    const from = view.domPoint(start)
    const to = view.domPoint(end)
    if (from === null || to === null) return []
    const [startContainer, startOffset] = [from.node, from.offset]
    const [endContainer, endOffset] = [to.node, to.offset]
    return [new StaticRange({ startContainer, startOffset, endContainer, endOffset })]
  })
  const highlight = new Highlight(...ranges)
  highlight.priority = 3
  CSS.highlights.set(name, highlight)
}
