import { nodesIn, type MarkdownPage } from './markdown-pages.ts'

/** A command as a page shows it, and its words. Pages show none with quotation marks or pipes: these differ by system. */
export type ShownCommand = {
  readonly line: string
  readonly words: readonly string[]
  /** What it ends with: 0 unless the page says `# status 1` behind it. */
  readonly status: number
}

/** The commands of a block of `sh`, in order, without what is said of them behind `#`. */
export function commandsIn(block: string): readonly ShownCommand[] {
  return block.split('\n').flatMap((shown) => {
    const [typed = '', remark = ''] = shown.split(/\s+#/)
    const status = Number(/\bstatus (\d)/.exec(remark)?.[1] ?? 0)
    const lines = typed.split(' && ').filter((line) => line.trim() !== '')
    return lines.map((line) => ({ line, words: line.trim().split(/\s+/), status }))
  })
}

/** The content of every code block in this language. */
export function blocksIn(tree: MarkdownPage['tree'], language: string): readonly string[] {
  return [...nodesIn(tree)].flatMap((node) =>
    node.type === 'code' && node.lang === language ? [node.value] : [],
  )
}
