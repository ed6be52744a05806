import type { Annotation } from '../../shared/model/annotation.ts'

const documentId = '01900000-0000-7000-8000-00000000d0c1'

/** An annotation of `length` code units from `start` on; `id` is whatever tells it from others. */
export function annotationAt(
  id: string,
  label: string,
  start = 0,
  length = 10,
  given: Partial<Annotation> = {},
): Annotation {
  return {
    id,
    documentId,
    label,
    spans: [{ start, end: start + length }],
    quote: `words at ${start}`,
    attribution: [],
    attributes: {},
    note: null,
    annotator: 'Ada',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...given,
  }
}
