import { EditorState, StateEffect, StateField, type Range } from '@codemirror/state'
import { Decoration, EditorView, keymap, type DecorationSet } from '@codemirror/view'

import type { Annotation } from '../../shared/model/annotation.ts'
import { extentOf } from '../../shared/text/span.ts'
import type { Corpus } from '../corpus.ts'
import { articleElement } from './article-element.ts'
import { offer } from './subject.ts'
import { tagKey } from './timing.ts'

const addTag = StateEffect.define<Annotation>()

const tags = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, transaction) =>
    transaction.effects.reduce(
      (marks, effect) => (effect.is(addTag) ? marks.update({ add: [mark(effect.value)] }) : marks),
      before.map(transaction.changes),
    ),
  provide: (field) => EditorView.decorations.from(field),
})

function mark({ id, label, spans }: Annotation): Range<Decoration> {
  const { start, end } = extentOf(spans)
  return Decoration.mark({ class: `tag-${label}`, attributes: { 'data-id': id } }).range(start, end)
}

let view: EditorView | null = null
let prepared: Annotation | null = null

function tagSelection(target: EditorView): boolean {
  if (prepared !== null) target.dispatch({ effects: addTag.of(prepared) })
  return true
}

const theme = EditorView.theme({
  '&': { height: '100%' },
  '.cm-scroller': { font: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { maxWidth: '40rem', margin: '0 auto' },
})

function stateOf({ text, annotations }: Corpus): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [
      tags.init(() => Decoration.set(annotations.map(mark), true)),
      keymap.of([{ key: tagKey, run: tagSelection }]),
      EditorState.readOnly.of(true),
      EditorView.lineWrapping,
      theme,
    ],
  })
}

offer({
  start: (first) => {
    view = new EditorView({ state: stateOf(first), parent: articleElement() })
  },
  open: (corpus) => {
    view?.setState(stateOf(corpus))
  },
  isPainted: ({ id }) => document.querySelector(`[data-id="${id}"]`) !== null,
  prepare: (tag) => {
    const { start, end } = extentOf(tag.spans)
    prepared = tag
    view?.focus()
    view?.dispatch({ selection: { anchor: start, head: end } })
  },
})
