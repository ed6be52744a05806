import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { noMetadata } from '../../article.ts'
import type { DecodedText } from '../../decode.ts'
import type { ForeignAnnotation, ForeignDocument } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import type { Gathered, GatheredSpan } from './gather.ts'
import { readOffsets, type OffsetReading } from './offsets.ts'
import { placeOf, type Place } from './spans.ts'

/** The document that a text and the lines about it make. */
export function documentOf({
  title,
  text: { text, ...decoding },
  gathered,
  refused,
  isOwn,
}: {
  readonly title: string
  readonly text: DecodedText
  readonly gathered: Gathered
  readonly refused: readonly Remark[]
  /** Whether Verbatim wrote the folder: what it had split it joins, and nothing is changed by that. */
  readonly isOwn: boolean
}): ForeignDocument {
  const reading = readOffsets(text, decoding.byteOrderMark, gathered.spans)
  const placed = gathered.spans.map((span) => ({
    span,
    place: placeOf(text, span, reading, span.noted),
  }))
  return {
    place: null,
    id: null,
    metadata: { ...noMetadata, title },
    text,
    decoding,
    offsetUnit: 'utf16',
    quoteForm: 'spaced',
    annotations: placed.map(({ span, place }) => annotationOf(span, place)),
    relations: gathered.relations,
    provenance: null,
    refused: [...refused, ...gathered.refused],
    changed: [
      ...differenceOf(reading),
      ...placed.flatMap(({ span, place }) => changesOf(span, place, isOwn)),
      ...gathered.changed,
    ],
  }
}

function annotationOf(span: GatheredSpan, { spans, quote }: Place): ForeignAnnotation {
  const { id, label, notes, speakers, attributes } = span
  return {
    key: id,
    place: id,
    id: null,
    label,
    spans,
    quote,
    prefix: '',
    suffix: '',
    speakers,
    attributes: Object.fromEntries(attributes),
    note: notes.length === 0 ? null : notes.join('\n'),
    annotator: null,
    createdAt: null,
    updatedAt: null,
    predicted: null,
  }
}

function differenceOf({ difference }: OffsetReading): readonly Remark[] {
  if (difference === null) return []
  const reason = t(`remarks:brat.offsets.${difference}`)
  return [remark({ thing: 'document', code: 'notHeld', reason })]
}

function changesOf(
  { id, fragments, noted }: GatheredSpan,
  { became }: Place,
  isOwn: boolean,
): readonly Remark[] {
  const about = { thing: 'annotation', id, place: id, code: 'notHeld' } as const
  if (became === 'joined' && !isOwn) {
    const reason = t('remarks:brat.joined', { fragments: String(fragments.length) })
    return [remark({ ...about, reason })]
  }
  if (became === 'moved') {
    const reason = t('remarks:brat.moved')
    return [remark({ ...about, reason, expected: pairs(noted ?? []), found: pairs(fragments) })]
  }
  return []
}

function pairs(fragments: GatheredSpan['fragments']): string {
  return fragments.map(([start, end]) => `${start} ${end}`).join(';')
}
