import type { Decoding } from '../../foreign.ts'
import type { SourceFile } from '../../import-format.ts'
import { linesOf, type Line } from '../../lines.ts'
import { Refusal } from '../../refusal.ts'
import { readText } from '../../text-source.ts'
import { findLayout, type Layout } from './layout.ts'

export type OpenedLines = {
  /** The lines from the first one on, each time that it is called. */
  readonly lines: () => AsyncIterable<Line> | Iterable<Line>
  readonly layout: Layout | null
  readonly decoding: Decoding
}

/**
 * Goes through a file once to find out how to read it. UTF-8 is read a line at a time however long the file is; the older
 * corpora are in other encodings, and read whole. Throws `Refusal` for what is no text.
 */
export async function openLines(file: SourceFile): Promise<OpenedLines> {
  try {
    const layout = await layoutOf(linesOf(file))
    const byteOrderMark = await hasByteOrderMark(file)
    return { lines: () => linesOf(file), layout, decoding: { encoding: 'utf-8', byteOrderMark } }
  } catch (error) {
    if (!(error instanceof Refusal) || error.remark.code !== 'undecodable') throw error
    const { text, ...decoding } = await readText(file)
    const lines = text
      .split(/\r\n|\r|\n/)
      .map((line, index): Line => ({ number: index + 1, text: line, end: 0 }))
    return { lines: () => lines, layout: await layoutOf(lines), decoding }
  }
}

async function layoutOf(lines: AsyncIterable<Line> | Iterable<Line>): Promise<Layout | null> {
  const finder = findLayout()
  for await (const { text } of lines) finder.add(text)
  return finder.layout()
}

async function hasByteOrderMark(file: SourceFile): Promise<boolean> {
  let start = Buffer.alloc(0)
  for await (const chunk of file.chunks()) {
    start = Buffer.concat([start, chunk])
    if (start.length >= 3) break
  }
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf
}
