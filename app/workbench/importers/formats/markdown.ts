import { basename, extname } from 'node:path'

import type { fromMarkdown } from 'mdast-util-from-markdown'

import { articleOf } from '../article.ts'
import type { ImportFormat } from '../import-format.ts'
import { readText } from '../text-source.ts'
import { titleFrom, titleFromFileName } from '../title.ts'

/** How much of a text is looked at for its title, in UTF-16 code units. */
const titleReach = 64 * 1024

const extensions = ['.md', '.markdown']

/** Markdown (CommonMark): stored exactly as written, marks included; only the title is read out of it. */
export const markdownFormat: ImportFormat = {
  id: 'markdown',
  name: 'Markdown',
  extensions,
  recognise: ({ path, text }) =>
    text !== null && extensions.includes(extname(path).toLowerCase()) ? 'likely' : 'no',
  async *read(file) {
    const { text, ...decoding } = await readText(file)
    const title = await markdownTitle(text, titleFromFileName(basename(file.path)))
    yield articleOf({ text, decoding, metadata: { title } })
  },
}

/** The title of the front matter, or else the first heading, or else `fallback`. */
export async function markdownTitle(source: string, fallback: string): Promise<string> {
  const start = source.slice(0, titleReach)
  const frontMatter = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(start)
  const named = frontMatterTitle(frontMatter?.[1] ?? '')
  if (named !== '') return titleFrom(named, fallback)
  const { fromMarkdown: parse } = await import('mdast-util-from-markdown')
  const body = start.slice(frontMatter?.[0].length ?? 0)
  const heading = parse(body).children.find((node) => node.type === 'heading')
  return titleFrom(heading === undefined ? '' : plainText(heading.children), fallback)
}

type Block = ReturnType<typeof fromMarkdown>['children'][number]
type Inline = Extract<Block, { readonly type: 'heading' }>['children'][number]

/** What a reader sees of inline Markdown, without its marks. */
function plainText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if ('children' in node) return plainText(node.children)
      if (node.type === 'break') return ' '
      return 'value' in node && node.type !== 'html' ? node.value : ''
    })
    .join('')
}

/** A `title:` line of YAML front matter: plain, 'single-quoted' or "double-quoted". Block scalars are not read. */
function frontMatterTitle(frontMatter: string): string {
  const value = /^title:[ \t]+(\S.*?)[ \t]*$/im.exec(frontMatter)?.[1] ?? ''
  const single = /^'((?:[^']|'')*)'/.exec(value)?.[1]
  if (single !== undefined) return single.replaceAll("''", "'")
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(value)?.[1]
  if (double !== undefined) return double.replaceAll(/\\(["\\/])/g, '$1')
  return /^[|>&*!{[]/.test(value) ? '' : value.replace(/[ \t]+#.*$/, '')
}
