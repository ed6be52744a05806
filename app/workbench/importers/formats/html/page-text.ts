import { lineWriter } from './line-writer.ts'
import type { PageNode } from './page.ts'

const words = (list: string) => new Set(list.split(' '))

/** Elements whose text nobody reads on the page. */
const unread = words(
  'script style template noscript head title iframe object embed audio video canvas svg select textarea input button datalist map',
)

/** Elements that are set apart from what is around them by an empty line. */
const apart = words('p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure figcaption hr')

/** Elements that begin and end a line. */
const lines = words(
  'address article aside body caption center dd details dialog dir div dt fieldset footer form header hgroup legend li main menu nav optgroup option search section summary tr',
)

/** In these, what is set apart elsewhere only has lines of its own. */
const tight = words('li dd dt td th caption')

const cells = words('td th')

const hiding = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

const textNode = 3

/**
 * The text of a page as it is read there, by the rules of `innerText` in the HTML standard, with these of our own:
 * paragraphs, headings, quotations, lists, tables, figures and preformatted text are parted by one empty line, other
 * block elements and `br` by a line end, cells of a row by a tab; more than one empty line in a row is one. White space
 * is collapsed but for `pre`; `q` gets the quotation marks that browsers show. Left out: what is hidden, scripts,
 * styles, templates, form fields, drawings, and the bullets and numbers of lists. With `preserved`, white space counts
 * everywhere.
 */
export function pageText(root: PageNode, { preserved = false } = {}): string {
  const writer = lineWriter()

  function visit(node: PageNode, within: { readonly tight: boolean; readonly pre: boolean }): void {
    if (node.nodeType === textNode) writer.write(node.textContent ?? '', within.pre)
    const name = node.localName
    if (name === undefined || unread.has(name) || isHidden(node)) return
    if (name === 'br') {
      writer.breakLine()
      return
    }
    const lineEnds = apart.has(name) ? (within.tight ? 1 : 2) : lines.has(name) ? 1 : 0
    if (lineEnds > 0) writer.part(lineEnds)
    if (name === 'q') writer.write('“', true)
    const open = name === 'tr' ? writer.row() : cells.has(name) ? writer.cell() : null
    const inside = { tight: within.tight || tight.has(name), pre: within.pre || name === 'pre' }
    for (const child of node.childNodes) visit(child, inside)
    open?.end()
    if (name === 'q') writer.write('”', true)
    if (lineEnds > 0) writer.part(lineEnds)
  }

  visit(root, { tight: false, pre: preserved })
  return writer.text()
}

function isHidden(node: PageNode): boolean {
  if (node.getAttribute === undefined) return false
  return (
    node.getAttribute('hidden') !== null ||
    node.getAttribute('aria-hidden') === 'true' ||
    hiding.test(node.getAttribute('style') ?? '')
  )
}
