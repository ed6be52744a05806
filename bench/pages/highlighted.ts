import { labelHighlight } from '../../renderer/editor/highlight-names.ts'
import type { Annotation } from '../../shared/model/annotation.ts'

/** Whether a CSS highlight of its label paints exactly the text of an annotation. */
export function isHighlighted({ label, quote }: Pick<Annotation, 'label' | 'quote'>): boolean {
  for (let lane = 0; ; lane += 1) {
    const highlight = CSS.highlights.get(labelHighlight(label, lane))
    if (highlight === undefined) return false
    for (const range of highlight.values()) if (covers(range, quote)) return true
  }
}

/** Cheap where it does not: it is asked at every frame that is measured. */
function covers(painted: AbstractRange, quote: string): boolean {
  const { startContainer, startOffset, endContainer, endOffset } = painted
  const whole = startContainer === endContainer
  const first = startContainer.textContent?.slice(startOffset, whole ? endOffset : undefined) ?? ''
  return whole ? first === quote : quote.startsWith(first) && textOf(painted) === quote
}

/** The text under a range, with a line feed between paragraphs. */
function textOf(painted: AbstractRange): string {
  const range = document.createRange()
  range.setStart(painted.startContainer, painted.startOffset)
  range.setEnd(painted.endContainer, painted.endOffset)
  const paragraphs = [...range.cloneContents().querySelectorAll('p')]
  if (paragraphs.length === 0) return range.toString()
  return paragraphs.map(({ textContent }) => textContent).join('\n')
}
