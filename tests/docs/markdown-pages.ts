import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { toString } from 'mdast-util-to-string'
import { gfmTable } from 'micromark-extension-gfm-table'

export const root = join(import.meta.dirname, '../..')

type Tree = ReturnType<typeof fromMarkdown>
export type MarkdownNode = Tree | Tree['children'][number]

/** A page of the repository; its path is relative to it, with `/`. */
export type MarkdownPage = { readonly path: string; readonly text: string; readonly tree: Tree }

/** What no person reads, or what is not ours. */
const elsewhere: ReadonlySet<string> = new Set(['node_modules', 'out', '.git'])

/** Every page of the repository, in the order of their paths. */
export function markdownPages(): readonly MarkdownPage[] {
  return globSync('**/*.md', { cwd: root, exclude: (name) => elsewhere.has(name) })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map(markdownPage)
}

/** Throws where there is no such page. */
export function markdownPage(path: string): MarkdownPage {
  const text = readFileSync(join(root, path), 'utf8')
  const tree = fromMarkdown(text, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
  return { path, text, tree }
}

/** A node and everything in it, in reading order. */
export function* nodesIn(node: MarkdownNode): Generator<MarkdownNode> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesIn(child)
}

/** The text of every heading, in order. */
export function headingsIn({ tree }: MarkdownPage): readonly string[] {
  return [...nodesIn(tree)].flatMap((node) => (node.type === 'heading' ? [toString(node)] : []))
}

/** What stands below a heading, up to the next one of any level; empty where there is no such heading. */
export function sectionOf({ text }: MarkdownPage, heading: string): string {
  const sections = text.split(/^#+ /m)
  return sections.find((section) => section.startsWith(`${heading}\n`)) ?? ''
}

/** The cells of the first column of every table, below its head. */
export function firstCellsIn({ tree }: MarkdownPage): readonly MarkdownNode[] {
  return [...nodesIn(tree)].flatMap((node) =>
    node.type === 'table'
      ? node.children.slice(1).flatMap(({ children }) => children[0] ?? [])
      : [],
  )
}

/** Everything set as code in a line of text. */
export function inlineCodeIn(node: MarkdownNode): readonly string[] {
  return [...nodesIn(node)].flatMap((one) => (one.type === 'inlineCode' ? [one.value] : []))
}
