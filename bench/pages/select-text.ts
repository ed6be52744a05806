/** Selects in Verbatim's article from one offset of the text to another, in UTF-16 code units, as the mouse would. */
export function selectText({ start, end }: { readonly start: number; readonly end: number }): void {
  const box = document.querySelector('[role="textbox"][aria-label="Article text"]')
  if (!(box instanceof HTMLElement)) throw new Error('the page shows no article')
  const from = placeOf(box, start)
  const to = placeOf(box, end)
  box.focus({ preventScroll: true })
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/** Every line of the text is a paragraph of the page. */
function placeOf(box: HTMLElement, offset: number): { node: Node; offset: number } {
  let before = 0
  for (const paragraph of box.querySelectorAll('p')) {
    const { length } = paragraph.textContent
    if (offset <= before + length) {
      const node = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode()
      return { node: node ?? paragraph, offset: offset - before }
    }
    before += length + 1
  }
  throw new Error(`the text has no offset ${offset}`)
}
