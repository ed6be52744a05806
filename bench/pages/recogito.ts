import {
  createTextAnnotator,
  type TextAnnotation,
  type TextAnnotator,
} from '@recogito/text-annotator'

import type { Annotation } from '../../shared/model/annotation.ts'
import { defaultLabels } from '../../shared/model/default-labels.ts'
import { extentOf } from '../../shared/text/span.ts'
import type { Corpus } from '../corpus.ts'
import { articleElement } from './article-element.ts'
import { offer } from './subject.ts'
import { tagKey } from './timing.ts'

const colors = new Map(defaultLabels.map(({ id, color }) => [id, color]))

let annotator: TextAnnotator | null = null
let container: HTMLElement | null = null
let prepared: Annotation | null = null

// An annotator is bound to its text: another text takes another annotator. Its default renderer: the one that paints
// CSS highlights was measured too and takes as long.
function open({ text, annotations }: Corpus): void {
  annotator?.destroy()
  container = renderText(text)
  articleElement().replaceChildren(container)
  annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(container, {
    style: ({ bodies }) => ({ fill: colorOf(bodies[0]?.value), fillOpacity: 0.2 }),
  })
  annotator.setAnnotations(annotations.map(toRecogito))
}

offer({
  start: open,
  open,
  isPainted: ({ id }) => document.querySelector(`[data-annotation="${id}"]`) !== null,
  prepare: (tag) => {
    prepared = tag
    const range = container === null ? null : rangeOf(container, tag)
    if (range === null) throw new Error('the tag lies outside the text')
    const selection = document.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
  },
})

document.addEventListener('keydown', ({ key }) => {
  if (key === tagKey && prepared !== null) annotator?.addAnnotation(toRecogito(prepared))
})

/** A paragraph for each line, with the line feeds between them, so that offsets are those of the text. */
function renderText(text: string): HTMLElement {
  const element = document.createElement('div')
  element.className = 'text'
  for (const line of text.split('\n')) {
    const paragraph = document.createElement('p')
    paragraph.textContent = line
    element.append(element.hasChildNodes() ? '\n' : '', paragraph)
  }
  return element
}

/** Recogito finds the range of a selector from its offsets, as it does for annotations that come from a server. */
function toRecogito({ id, label, spans, quote }: Annotation): TextAnnotation {
  const { start, end } = extentOf(spans)
  return {
    id,
    bodies: [{ id, annotation: id, purpose: 'tagging', value: label }],
    target: { annotation: id, selector: [{ quote, start, end, range: document.createRange() }] },
  }
}

function colorOf(label: string | undefined): `#${string}` {
  const color = colors.get(label ?? '') ?? ''
  return `#${color.slice(1)}`
}

function rangeOf(element: HTMLElement, { spans }: Annotation): Range | null {
  const { start, end } = extentOf(spans)
  const from = placeOf(element, start)
  const to = placeOf(element, end)
  if (from === null || to === null) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

function placeOf(element: HTMLElement, offset: number): { node: Node; offset: number } | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (offset <= before + length) return { node, offset: offset - before }
    before += length
  }
  return null
}
