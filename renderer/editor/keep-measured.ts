import { mergeRegister, registerEventListener } from 'lexical'

/**
 * Measures now, and again whenever the text may have been set anew: in another size, another look, from another side, or
 * in letters that were loaded late. `layer` covers the page of the article. Returns a function that ends it.
 */
export function keepMeasured(layer: HTMLElement, measure: () => void): () => void {
  // Called at once, too.
  const resized = new ResizeObserver(measure)
  resized.observe(layer)
  // Neither the side nor the typeface need change the height of a page.
  const restyled = new MutationObserver(measure)
  restyled.observe(document.documentElement, { attributeFilter: ['style'] })
  const text = layer.parentElement?.querySelector('.article-text')
  if (text) restyled.observe(text, { attributeFilter: ['dir', 'class'] })
  return mergeRegister(
    () => {
      resized.disconnect()
      restyled.disconnect()
    },
    registerEventListener(document.fonts, 'loadingdone', measure),
  )
}
