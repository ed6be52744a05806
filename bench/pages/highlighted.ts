/** Whether some CSS highlight of the page paints exactly this text. */
export function isHighlighted(text: string): boolean {
  return [...CSS.highlights.values()].some((highlight) =>
    [...highlight.values()].some((range) => textOf(range) === text),
  )
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
