import {
  $createParagraphNode,
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  SKIP_SCROLL_INTO_VIEW_TAG,
  SKIP_SELECTION_FOCUS_TAG,
  type LexicalEditor,
  type NodeKey,
  type PointType,
} from 'lexical'

import type { Selection } from '../../shared/text/selection.ts'
import {
  layOut,
  paragraphAt,
  paragraphSpan,
  paragraphsPerSection,
  sectionOf,
  type ArticleLayout,
} from './article-layout.ts'
import { SectionNode } from './section-node.ts'

/** A place in the page: a node and an offset in it, as DOM ranges take them. */
export type DomPoint = { readonly node: Node; readonly offset: number }

/** The one bridge between offsets of the stored text (UTF-16 code units) and Lexical's nodes and the page's. */
export type ArticleView = {
  readonly layout: () => ArticleLayout
  /** Shows another text and forgets the selection. Done when it returns. */
  readonly load: (text: string) => void
  /** What the text of a paragraph must be, by the key of its text node. */
  readonly expectedText: (key: NodeKey) => string | undefined
  readonly selection: () => Selection | null
  /** Selects in the text and gives it the keyboard, wherever in the text that is. */
  readonly select: (selection: Selection) => void
  readonly sectionElement: (section: number) => HTMLElement | null
  readonly paragraphElement: (paragraph: number) => HTMLElement | null
  /** `null` for an offset outside the text. */
  readonly domPoint: (offset: number) => DomPoint | null
  /** Has the browser lay out the section around `offset` at once, in view or not, so that it can be measured and hold a caret. */
  readonly layOutAt: (offset: number) => void
  /** The offset of a place in the page; `null` where it is outside the text. */
  readonly offsetOf: (point: DomPoint) => number | null
}

type ParagraphKeys = { readonly paragraph: NodeKey; readonly text: NodeKey | null }

export function createArticleView(editor: LexicalEditor): ArticleView {
  let layout = layOut('')
  let paragraphs: readonly ParagraphKeys[] = []
  let sections: readonly NodeKey[] = []
  let indexOfKey: ReadonlyMap<NodeKey, number> = new Map()
  let indexOfElement: ReadonlyMap<Node, number> = new Map()

  function load(text: string): void {
    layout = layOut(text)
    editor.update(
      () => {
        const built = $build(layout)
        paragraphs = built.paragraphs
        sections = built.sections
      },
      { discrete: true, tag: [SKIP_SELECTION_FOCUS_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
    )
    const byKey = new Map<NodeKey, number>()
    const byElement = new Map<Node, number>()
    paragraphs.forEach((keys, index) => {
      byKey.set(keys.paragraph, index)
      if (keys.text !== null) byKey.set(keys.text, index)
      const element = editor.getElementByKey(keys.paragraph)
      if (element !== null) byElement.set(element, index)
    })
    indexOfKey = byKey
    indexOfElement = byElement
  }

  function offsetOfPoint(point: PointType): number {
    const index = indexOfKey.get(point.key)
    if (index !== undefined) {
      const { start, end } = paragraphSpan(layout, index)
      return point.type === 'text'
        ? Math.min(start + point.offset, end)
        : point.offset > 0
          ? end
          : start
    }
    const section = sections.indexOf(point.key)
    const paragraph =
      section === -1
        ? point.offset * paragraphsPerSection
        : section * paragraphsPerSection + point.offset
    return layout.starts[paragraph] ?? layout.text.length
  }

  return {
    layout: () => layout,
    load,
    expectedText: (key) => {
      const index = indexOfKey.get(key)
      if (index === undefined || paragraphs[index]?.text !== key) return undefined
      const { start, end } = paragraphSpan(layout, index)
      return layout.text.slice(start, end)
    },
    selection: () =>
      editor.getEditorState().read(() => {
        const selection = $getSelection()
        if (!$isRangeSelection(selection)) return null
        return { anchor: offsetOfPoint(selection.anchor), focus: offsetOfPoint(selection.focus) }
      }),
    select: (selection) => {
      layOutAt(selection.focus)
      editor.update(
        () => {
          const range = $createRangeSelection()
          place(range.anchor, selection.anchor)
          place(range.focus, selection.focus)
          $setSelection(range)
        },
        { discrete: true },
      )
    },
    sectionElement: (section) => editor.getElementByKey(sections[section] ?? ''),
    paragraphElement: (paragraph) => editor.getElementByKey(paragraphs[paragraph]?.paragraph ?? ''),
    domPoint: (offset) => {
      if (offset < 0 || offset > layout.text.length) return null
      const index = paragraphAt(layout, offset)
      const keys = paragraphs[index]
      if (keys === undefined) return null
      const text = keys.text === null ? null : editor.getElementByKey(keys.text)?.firstChild
      if (text) return { node: text, offset: offset - paragraphSpan(layout, index).start }
      const element = editor.getElementByKey(keys.paragraph)
      return element === null ? null : { node: element, offset: 0 }
    },
    offsetOf: ({ node, offset }) => {
      const element = node instanceof Element ? node : node.parentElement
      const paragraph = element?.closest('p')
      if (!paragraph) return offsetInSections(node, offset)
      const index = indexOfElement.get(paragraph)
      if (index === undefined) return null
      const { start, end } = paragraphSpan(layout, index)
      if (node instanceof Text) return Math.min(start + offset, end)
      return offset > 0 ? end : start
    },
    layOutAt,
  }

  function layOutAt(offset: number): void {
    const section = sections[sectionOf(paragraphAt(layout, offset))]
    const element = section === undefined ? null : editor.getElementByKey(section)
    if (element === null) return
    element.classList.add('article-section-kept')
    // By then the browser counts the section among those in view.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        element.classList.remove('article-section-kept')
      })
    })
  }

  /** For places between paragraphs, which the browser gives for select all and at the ends of the text. */
  function offsetInSections(node: Node, offset: number): number | null {
    const root = editor.getRootElement()
    if (root === null || !root.contains(node)) return null
    const next = node.childNodes[offset]
    const before = next === undefined ? node.childNodes[offset - 1] : undefined
    const neighbour = next ?? before
    const inside = neighbour instanceof Element ? [...neighbour.querySelectorAll('p')] : []
    const paragraph =
      neighbour instanceof HTMLParagraphElement
        ? neighbour
        : next === undefined
          ? inside.at(-1)
          : inside[0]
    const index = paragraph === undefined ? undefined : indexOfElement.get(paragraph)
    if (index === undefined) return null
    const { start, end } = paragraphSpan(layout, index)
    return next === undefined ? end : start
  }

  function place(point: PointType, offset: number): void {
    const bounded = Math.min(Math.max(offset, 0), layout.text.length)
    const index = paragraphAt(layout, bounded)
    const keys = paragraphs[index]
    if (keys === undefined) return
    if (keys.text === null) point.set(keys.paragraph, 0, 'element')
    else point.set(keys.text, bounded - paragraphSpan(layout, index).start, 'text')
  }
}

function $build(layout: ArticleLayout): {
  readonly paragraphs: readonly ParagraphKeys[]
  readonly sections: readonly NodeKey[]
} {
  const paragraphs: ParagraphKeys[] = []
  const sections: NodeKey[] = []
  const root = $getRoot().clear()
  $setSelection(null)
  for (let first = 0; first < layout.starts.length; first += paragraphsPerSection) {
    const section = new SectionNode()
    const last = Math.min(first + paragraphsPerSection, layout.starts.length)
    for (let index = first; index < last; index += 1) {
      const { start, end } = paragraphSpan(layout, index)
      const paragraph = $createParagraphNode()
      const text = start < end ? $createTextNode(layout.text.slice(start, end)) : null
      if (text !== null) paragraph.append(text)
      section.append(paragraph)
      paragraphs.push({ paragraph: paragraph.getKey(), text: text?.getKey() ?? null })
    }
    root.append(section)
    sections.push(section.getKey())
  }
  return { paragraphs, sections }
}
