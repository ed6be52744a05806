import { t } from '../../../../../shared/language/translate.ts'
import type { Line } from '../../lines.ts'
import { cellsOf } from './column-counter.ts'
import { isDocumentStart, type Layout } from './layout.ts'
import { tagOf, type Tag } from './tags.ts'

export type Word = {
  readonly line: number
  readonly form: string
  readonly spaceAfter: boolean
  /** One for each column of tags. */
  readonly tags: readonly (Tag | null)[]
}

/** What a file says, one after the other. */
export type Part =
  | { readonly kind: 'document'; readonly line: number; readonly id: string | null }
  | {
      readonly kind: 'comment'
      readonly line: number
      readonly name: string
      readonly value: string
    }
  | { readonly kind: 'sentence'; readonly words: readonly Word[] }
  | { readonly kind: 'odd'; readonly line: number; readonly reason: string; readonly found: string }
  /** Bytes of the file that are read. */
  | { readonly kind: 'read'; readonly bytes: number }

/** Lines put together to sentences. Comments come before the sentence that they are about. */
export async function* partsOf(
  lines: AsyncIterable<Line> | Iterable<Line>,
  layout: Layout,
): AsyncGenerator<Part> {
  let words: Word[] = []
  let covered = 0
  for await (const { number, text, end } of lines) {
    const comment = isDocumentStart(text) ? null : commentOf(text, layout)
    if (text.trim() === '' || isDocumentStart(text) || comment !== null) {
      if (words.length > 0) yield { kind: 'sentence', words }
      words = []
      covered = 0
      if (isDocumentStart(text)) {
        yield { kind: 'document', line: number, id: /^#[^=]*= *(\S.*)$/.exec(text)?.[1] ?? null }
      } else if (comment !== null) yield { kind: 'comment', line: number, ...comment }
      else yield { kind: 'read', bytes: end }
      continue
    }
    const cells = cellsOf(text, layout.tabs)
    const id = layout.ids === null ? '' : (cells[layout.ids] ?? '')
    // Words that an ellipsis leaves out have no text (CoNLL-U, empty nodes).
    if (id.includes('.')) continue
    const { word, odd } = wordOf(cells, number, layout)
    if (odd !== null)
      yield { kind: 'odd', line: number, reason: odd, found: text.slice(0, 200).toWellFormed() }
    const range = /^[0-9]+-([0-9]+)$/.exec(id)
    if (id !== '' && Number(id) <= covered && range === null) {
      // The parts of one written word (CoNLL-U, multiword tokens): it has their tags.
      const whole = words.at(-1)
      if (whole !== undefined) {
        const tags = whole.tags.map((tag, index) => tag ?? word.tags[index] ?? null)
        words[words.length - 1] = { ...whole, tags }
      }
      continue
    }
    if (range !== null) covered = Number(range[1])
    words.push(word)
  }
  if (words.length > 0) yield { kind: 'sentence', words }
}

/** A line with a hash is one of words where its columns are: some files have no comments, and `#` for a word. */
function commentOf(
  line: string,
  layout: Layout,
): { readonly name: string; readonly value: string } | null {
  if (!line.startsWith('#')) return null
  const cells = cellsOf(line, layout.tabs)
  const fits =
    cells.length === layout.width &&
    layout.tags.length > 0 &&
    layout.tags.every(({ index }) => tagOf(cells[index] ?? '') !== undefined)
  if (fits && !(layout.tabs && line.startsWith('# '))) return null
  const equals = line.indexOf(' = ')
  return equals === -1
    ? { name: line.slice(1).trim(), value: '' }
    : { name: line.slice(1, equals).trim(), value: line.slice(equals + 3) }
}

function wordOf(
  cells: readonly string[],
  line: number,
  { form, misc, tags, width }: Layout,
): { readonly word: Word; readonly odd: string | null } {
  const wrong = tags.find(({ index }) => tagOf(cells[index] ?? '') === undefined)
  const odd =
    cells.length !== width
      ? t('remarks:conll.columns', { columns: String(cells.length), width: String(width) })
      : wrong === undefined
        ? null
        : t('remarks:conll.noTag', { tag: (cells[wrong.index] ?? '').slice(0, 80).toWellFormed() })
  return {
    odd,
    word: {
      line,
      form: cells[form] ?? '',
      spaceAfter: misc === null || !/(?:^|\|)SpaceAfter=No(?:\||$)/.test(cells[misc] ?? ''),
      tags: tags.map(({ index }) => tagOf(cells[index] ?? '') ?? null),
    },
  }
}
