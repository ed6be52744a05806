import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import type { DecodedText } from '../../decode.ts'
import type { SourceFile } from '../../import-format.ts'
import { remark } from '../../landing/landing.ts'
import { linesOf } from '../../lines.ts'
import { readText } from '../../text-source.ts'
import { standoffLineOf, type StandoffLine } from './standoff-line.ts'

/** The lines of an `.ann` file that can be read. An id that is there twice counts once, as in brat. */
export async function readStandoff(
  file: SourceFile,
): Promise<{ readonly lines: readonly StandoffLine[]; readonly refused: readonly Remark[] }> {
  const lines: StandoffLine[] = []
  const refused: Remark[] = []
  const ids = new Set<string>()
  for await (const { number, text } of linesOf(file)) {
    const line = standoffLineOf(text)
    if (line === null) continue
    const id = line.kind === 'equivalence' ? null : line.id
    const about = { id, place: `line ${number}`, code: 'malformed', found: clip(text) } as const
    if (line.kind === 'broken')
      refused.push(remark({ ...about, thing: line.thing, reason: line.reason }))
    else if (id !== null && ids.has(id)) {
      const reason = t('remarks:brat.sameId', { id })
      refused.push(remark({ ...about, thing: thingOf(line), reason }))
    } else lines.push(line)
    if (id !== null) ids.add(id)
  }
  return { lines, refused }
}

/**
 * brat reads UTF-8 and nothing else, whatever is in it: a byte order mark stays in its text, and no character is too odd.
 * Texts of other encodings are read as any text is. Throws `Refusal` for what is no text.
 */
export async function readTextOf(file: SourceFile): Promise<DecodedText> {
  const bytes = await file.bytes()
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const byteOrderMark = text.startsWith('\uFEFF')
    return { text: byteOrderMark ? text.slice(1) : text, encoding: 'utf-8', byteOrderMark }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return readText(file)
  }
}

function thingOf({ kind }: StandoffLine): Remark['thing'] {
  if (kind === 'span') return 'annotation'
  if (kind === 'note') return 'note'
  return kind === 'attribute' || kind === 'normalization' ? 'attribute' : 'relation'
}

function clip(text: string): string {
  return text.slice(0, 200).toWellFormed()
}
