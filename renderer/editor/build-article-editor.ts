import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from '@lexical/extension'
import { defineExtension, type LexicalEditorWithDispose } from 'lexical'

import { AnnotateModeExtension } from './annotate-mode.ts'
import { ArticleExtension } from './article-extension.ts'
import type { ArticleView } from './article-view.ts'
import { WholeTextKeysExtension } from './whole-text-keys.ts'

export type ArticleEditor = {
  readonly editor: LexicalEditorWithDispose
  readonly view: ArticleView
}

/** The Lexical editor of one article, not yet attached to an element. */
export function buildArticleEditor(): ArticleEditor {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'verbatim/article-editor',
      namespace: 'verbatim',
      dependencies: [ArticleExtension, AnnotateModeExtension, WholeTextKeysExtension],
      onError: (error) => {
        // Lexical would go on with a broken state: let the window's error handler show it.
        throw error
      },
    }),
  )
  return { editor, view: getExtensionDependencyFromEditor(editor, ArticleExtension).output }
}
