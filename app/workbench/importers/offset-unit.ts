import type { Remark } from '../../../shared/exchange/remark.ts'
import { t } from '../../../shared/language/translate.ts'
import { indexCodePoints, type CodePointIndex } from '../../../shared/text/code-points.ts'
import type { ForeignAnnotation, OffsetUnit } from './foreign.ts'
import { remark } from './landing/landing.ts'

type Quoted = Pick<ForeignAnnotation, 'spans' | 'quote'>

/**
 * Which unit the offsets of a document count in, for tools whose pages count UTF-16 code units while their servers count
 * code points. Code points, unless the document itself proves the other: the texts that it quotes are all at their places
 * in UTF-16 code units and not all in code points; or, where it quotes nothing, its offsets reach past the end of
 * the text in code points and never in UTF-16 code units. `tool` is for the remark.
 */
export function offsetUnitOf(
  text: string,
  annotations: readonly Quoted[],
  { place, tool }: { readonly place: string | null; readonly tool: string },
): { readonly unit: OffsetUnit; readonly changed: readonly Remark[] } {
  const index = indexCodePoints(text)
  if (index.length === text.length) return { unit: 'codePoint', changed: [] }
  const told = (reason: string) => [
    remark({ thing: 'document', place, code: 'notHeld' as const, reason }),
  ]
  const proof = proofOf(text, annotations, index)
  if (proof === 'utf16') {
    return { unit: 'utf16', changed: told(t('remarks:offsets.utf16')) }
  }
  if (proof === 'codePoint' || !annotations.some((each) => differs(each, index))) {
    return { unit: 'codePoint', changed: [] }
  }
  return { unit: 'codePoint', changed: told(t('remarks:offsets.unsure', { tool })) }
}

function proofOf(
  text: string,
  annotations: readonly Quoted[],
  index: CodePointIndex,
): OffsetUnit | 'none' {
  const quoted = annotations.filter(({ quote, spans }) => quote !== null && spans !== null)
  if (quoted.length > 0) {
    if (quoted.every((each) => holds(text, each, index.toUtf16))) return 'codePoint'
    return quoted.every((each) => holds(text, each, (offset) => offset)) ? 'utf16' : 'codePoint'
  }
  const ends = annotations.flatMap(({ spans }) => (spans ?? []).map(({ end }) => end))
  const last = ends.reduce((most, end) => Math.max(most, end), 0)
  return last > index.length && last <= text.length ? 'utf16' : 'none'
}

function holds(
  text: string,
  { spans, quote }: Quoted,
  toUtf16: (offset: number) => number,
): boolean {
  const found = (spans ?? []).map(({ start, end }) => text.slice(toUtf16(start), toUtf16(end)))
  return found.join(' ') === quote
}

function differs({ spans }: Quoted, index: CodePointIndex): boolean {
  return (spans ?? []).some(({ end }) => index.toUtf16(end) !== end)
}
