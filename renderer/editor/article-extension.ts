import { defineExtension, ParagraphNode, TextNode } from 'lexical'

import { createArticleView } from './article-view.ts'
import { SectionNode } from './section-node.ts'

/** Shows one article in Lexical; its output is the `ArticleView`. */
export const ArticleExtension = defineExtension({
  name: 'verbatim/article',
  nodes: [SectionNode, ParagraphNode, TextNode],
  build: (editor) => createArticleView(editor),
})
