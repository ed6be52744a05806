import { getExtensionDependencyFromEditor } from '@lexical/extension'
import {
  $getRoot,
  defineExtension,
  mergeRegister,
  registerEventListener,
  TextNode,
  type LexicalEditor,
} from 'lexical'

import { ArticleExtension } from './article-extension.ts'

/**
 * Annotate mode: the article stays editable for the browser, so that caret, selection and screen readers work, but
 * nothing changes its text. Three guards, from the outside in: an EditContext takes what keyboards and input methods
 * write before it reaches the page; input, drop, cut and paste events are refused; and text that changed all the same (an
 * input method's composition cannot be cancelled where there is no EditContext) is put back from the model.
 */
export const AnnotateModeExtension = defineExtension({
  name: 'verbatim/annotate-mode',
  dependencies: [ArticleExtension],
  register: (editor) =>
    mergeRegister(
      editor.registerRootListener((root) => {
        if (root === null) return undefined
        return mergeRegister(refuseChanges(root), restoreAfterComposition(editor, root))
      }),
      editor.registerNodeTransform(TextNode, (node) => {
        const expected = viewOf(editor).expectedText(node.getKey())
        if (expected !== undefined && node.getTextContent() !== expected) {
          node.setTextContent(expected)
        }
      }),
    ),
})

/** Where the browser has EditContext, text input goes to it and the page stays as it is. */
type WithEditContext = { editContext: unknown }

function refuseChanges(root: HTMLElement): () => void {
  const refuse = (event: Event): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const refused = [
    'beforeinput',
    'input',
    'compositionstart',
    'compositionend',
    'paste',
    'cut',
    'drop',
    'dragstart',
  ] as const
  // Capture on the parent comes before Lexical's own listeners on the root.
  const host = root.parentElement ?? root
  const release = refused.map((type) => registerEventListener(host, type, refuse, true))
  const context = attachEditContext(root)
  return () => {
    for (const stop of release) stop()
    context()
  }
}

function attachEditContext(root: HTMLElement & Partial<WithEditContext>): () => void {
  const EditContextClass = Reflect.get(window, 'EditContext')
  if (typeof EditContextClass !== 'function' || !('editContext' in root)) return () => {}
  root.editContext = Reflect.construct(EditContextClass, [])
  return () => {
    root.editContext = null
  }
}

function restoreAfterComposition(editor: LexicalEditor, root: HTMLElement): () => void {
  const restore = (): void => {
    // After the browser has written what the composition left.
    setTimeout(() => {
      editor.update(() => {
        for (const node of $getRoot().getAllTextNodes()) {
          if (differs(editor, node)) node.markDirty()
        }
      })
    })
  }
  return registerEventListener(root.ownerDocument, 'compositionend', restore, true)
}

function differs(editor: LexicalEditor, node: TextNode): boolean {
  const shown = editor.getElementByKey(node.getKey())?.textContent
  return shown !== undefined && shown !== viewOf(editor).expectedText(node.getKey())
}

function viewOf(editor: LexicalEditor) {
  return getExtensionDependencyFromEditor(editor, ArticleExtension).output
}
