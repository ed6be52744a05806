import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  createEditor,
} from 'lexical'

import { offer } from './subject.ts'

/** How many characters the editor showed when the key was about to be pressed; `null` before that. */
let shown: number | null = null

const text = document.querySelector('.text')
if (!(text instanceof HTMLElement)) throw new Error('the page has no text')
const root: HTMLElement = text

const editor = createEditor({
  namespace: 'benchmark',
  onError: (error) => {
    throw error
  },
})
editor.setRootElement(root)
editor.registerCommand(
  CONTROLLED_TEXT_INSERTION_COMMAND,
  (given) => {
    const selection = $getSelection()
    if ($isRangeSelection(selection) && typeof given === 'string') selection.insertText(given)
    return true
  },
  COMMAND_PRIORITY_EDITOR,
)

// Holds nothing and does nothing but show the character of the key: what any editor on Lexical takes at the least.
offer({
  start: () => {
    editor.update(() => {
      $getRoot().clear().append($createParagraphNode())
    })
  },
  open: () => {},
  isPainted: () => shown === null || root.textContent.length > shown,
  prepare: () => {
    shown = root.textContent.length
    root.focus()
    editor.update(() => {
      $getRoot().selectEnd()
    })
  },
})
