import { getExtensionDependencyFromEditor } from '@lexical/extension'
import {
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  IS_APPLE,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical'

import { ArticleExtension } from './article-extension.ts'
import { paragraphAt } from './article-layout.ts'

/**
 * Select all, and the keys to the start and end of the text. The browser's own stop at the edge of what it has laid out,
 * because a caret cannot stand in a skipped section.
 */
export const WholeTextKeysExtension = defineExtension({
  name: 'verbatim/whole-text-keys',
  dependencies: [ArticleExtension],
  register: (editor) =>
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const to = destinationOf(editor, event)
        if (to === null) return false
        event.preventDefault()
        const { output: view } = getExtensionDependencyFromEditor(editor, ArticleExtension)
        const all = event.key.toLowerCase() === 'a'
        const anchor = all ? 0 : event.shiftKey ? (view.selection()?.anchor ?? to) : to
        // After this key press: Lexical allows no update of the state within a command that is about to be read.
        queueMicrotask(() => {
          view.select({ anchor, focus: to })
          if (!all)
            view
              .paragraphElement(paragraphAt(view.layout(), to))
              ?.scrollIntoView({ block: 'nearest' })
        })
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
})

/** Where the caret is to go, in UTF-16 code units; `null` for any other key. */
function destinationOf(editor: LexicalEditor, event: KeyboardEvent): number | null {
  const { output: view } = getExtensionDependencyFromEditor(editor, ArticleExtension)
  const modified = IS_APPLE ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
  if (!modified || event.altKey) return null
  const end = view.layout().text.length
  switch (event.key) {
    case 'Home':
      return 0
    case 'End':
      return end
    case 'ArrowUp':
      return IS_APPLE ? 0 : null
    case 'ArrowDown':
      return IS_APPLE ? end : null
    case 'a':
    case 'A':
      return event.shiftKey ? null : end
    default:
      return null
  }
}
