import { countLeading } from '../../../../../shared/text/binary-search.ts'
import { indexCodePoints } from '../../../../../shared/text/code-points.ts'
import { workOf } from '../html/page-size.ts'
import { boundedly, parsePage, type PageNode } from '../html/page.ts'

/** The text of a page, and how the offsets that Label Studio has for it (code points) lie in that. */
export type PageText = {
  readonly text: string
  readonly toText: (offset: number, edge: 'start' | 'end') => number
}

/** Whether a text means something else than its characters where a page shows it. */
export function hasMarkup(text: string): boolean {
  return /[<&]/.test(text)
}

const blocks = new Set(
  'address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)

/**
 * The text of a page as Label Studio counts it: its text nodes one after another, a line break as one character
 * (`web/libs/editor/src/utils/selection-tools.js`, `findGlobalOffset`). Where a block begins or ends in the middle of a
 * line, a line feed is put in, so that no words of two paragraphs run together; it is not counted. Throws `Refusal`
 * where the page is too large.
 */
export async function pageTextOf(markup: string): Promise<PageText> {
  workOf(markup)
  const { body } = await parsePage(markup)
  const parts: string[] = []
  const added: number[] = []
  let counted = 0
  let last = '\n'

  function write(text: string): void {
    if (text === '') return
    parts.push(text)
    counted += indexCodePoints(text).length
    last = text.at(-1) ?? last
  }

  function endLine(): void {
    if (last === '\n') return
    parts.push('\n')
    added.push(counted)
    last = '\n'
  }

  function visit(node: PageNode): void {
    if (node.nodeType === 3) {
      write(node.textContent ?? '')
      return
    }
    const name = node.localName ?? ''
    if (name === 'br') write('\n')
    if (blocks.has(name)) endLine()
    for (const child of node.childNodes) visit(child)
    if (blocks.has(name)) endLine()
  }

  boundedly(() => {
    visit(body)
  })
  return {
    text: parts.join(''),
    toText: (offset, edge) =>
      offset +
      countLeading(added.length, (rank) =>
        edge === 'start' ? (added[rank] ?? 0) <= offset : (added[rank] ?? 0) < offset,
      ),
  }
}
