import { z } from 'zod'

import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { annotationSchema } from '../../../../../shared/model/annotation.ts'
import type { CodePointIndex } from '../../../../../shared/text/code-points.ts'
import type { ForeignAnnotation } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import { issueOf } from './head.ts'

const { shape } = annotationSchema.unwrap()

const datasetAnnotationSchema = z.object({
  id: shape.id,
  label: shape.label,
  spans: z
    .array(
      z.object({
        start: z.int().nonnegative(),
        end: z.int().positive(),
        startCodePoint: z.int().nonnegative(),
        endCodePoint: z.int().positive(),
      }),
    )
    .min(1),
  quote: shape.quote,
  prefix: z.string().default(''),
  suffix: z.string().default(''),
  /** In version 1 all that is known of whoever spoke; the last of the chain later. */
  speaker: z.string().nullable(),
  attribution: shape.attribution.optional(),
  attributes: shape.attributes,
  note: shape.note,
  annotator: shape.annotator,
  createdAt: shape.createdAt,
  updatedAt: shape.updatedAt,
})
type DatasetAnnotation = z.infer<typeof datasetAnnotationSchema>

/** An annotation of a dataset of any version. One whose two units do not mark the same stretch is refused. */
export function readAnnotation(
  item: unknown,
  {
    place,
    index,
    speakerIds,
  }: {
    readonly place: string
    readonly index: CodePointIndex
    readonly speakerIds: ReadonlySet<string>
  },
): {
  readonly annotation: ForeignAnnotation | null
  readonly refused: Remark | null
  readonly changed: readonly Remark[]
} {
  const refuse = (given: Partial<Remark> & Pick<Remark, 'code' | 'reason'>) => ({
    annotation: null,
    refused: remark({ thing: 'annotation', place, ...given }),
    changed: [],
  })
  const parsed = datasetAnnotationSchema.safeParse(item)
  if (!parsed.success) {
    const reason = t('remarks:verbatim.annotation', { issue: issueOf(parsed.error) })
    return refuse({ code: 'malformed', reason })
  }
  const { data } = parsed
  const contradiction = contradictionIn(data, index)
  if (contradiction !== null) {
    const reason = t('remarks:verbatim.contradiction')
    return refuse({ id: data.id, code: 'unlawful', reason, ...contradiction })
  }
  const named = data.attribution ?? (data.speaker === null ? [] : [data.speaker])
  const known =
    data.attribution === undefined ? named : named.filter((speaker) => speakerIds.has(speaker))
  const { id, label, spans, quote, prefix, suffix, attributes, note, annotator } = data
  return {
    annotation: {
      key: id,
      place,
      id,
      label,
      spans: spans.map(({ start, end }) => ({ start, end })),
      quote,
      prefix,
      suffix,
      speakers: known,
      attributes,
      note,
      annotator,
      createdAt: data.createdAt,
      updatedAt: data.updatedAt,
      predicted: null,
    },
    refused: null,
    changed: known.length === named.length ? [] : [unknownSpeaker(place, id)],
  }
}

function contradictionIn(
  { spans }: DatasetAnnotation,
  index: CodePointIndex,
): { readonly expected: string; readonly found: string } | null {
  const wrong = spans.find(
    ({ start, end, startCodePoint, endCodePoint }) =>
      index.fromUtf16(start) !== startCodePoint || index.fromUtf16(end) !== endCodePoint,
  )
  if (wrong === undefined) return null
  const { start, end, startCodePoint, endCodePoint } = wrong
  return {
    expected: t('remarks:verbatim.inCodePoints', {
      start: String(index.fromUtf16(start)),
      end: String(index.fromUtf16(end)),
    }),
    found: t('remarks:verbatim.besideUtf16', {
      startCodePoint: String(startCodePoint),
      endCodePoint: String(endCodePoint),
      start: String(start),
      end: String(end),
    }),
  }
}

function unknownSpeaker(place: string, id: string): Remark {
  const reason = t('remarks:verbatim.unknownSpeaker')
  return remark({ thing: 'annotation', place, id, code: 'notFound', reason })
}
