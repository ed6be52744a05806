import type { ForeignAnnotation } from './foreign.ts'

/** What most sources do not say of an annotation, for them to spread below what they do. */
export const plainAnnotation = {
  id: null,
  quote: null,
  prefix: '',
  suffix: '',
  speakers: [],
  attributes: {},
  note: null,
  annotator: null,
  createdAt: null,
  updatedAt: null,
  predicted: null,
} as const satisfies Partial<ForeignAnnotation>
