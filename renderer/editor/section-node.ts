import { ElementNode } from 'lexical'

/**
 * A run of paragraphs that the browser lays out and paints as one, and skips while it is out of view
 * (`content-visibility: auto` in the stylesheet).
 */
export class SectionNode extends ElementNode {
  override $config() {
    return this.config('section', { extends: ElementNode })
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div')
    element.className = 'article-section'
    return element
  }

  override updateDOM(): boolean {
    return false
  }
}
