/** The element of the page that scrolls and holds the editor. */
export function articleElement(): HTMLElement {
  const element = document.querySelector('.article')
  if (!(element instanceof HTMLElement)) throw new Error('the page has no article')
  return element
}
