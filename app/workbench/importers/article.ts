import type { Remark } from '../../../shared/exchange/remark.ts'
import type { ForeignDocument, ForeignMetadata, Reading } from './foreign.ts'

/** Where nothing is known of an article besides its text. */
export const noMetadata: ForeignMetadata = {
  title: null,
  source: null,
  author: null,
  date: null,
  url: null,
  language: null,
  direction: null,
  status: null,
  assignee: null,
  tags: [],
  other: {},
}

/** A document without annotations: all that a file gives which is only an article. */
export function articleOf({
  text,
  decoding,
  place = null,
  metadata,
  changed = [],
}: Pick<ForeignDocument, 'text' | 'decoding'> &
  Partial<Pick<ForeignDocument, 'place' | 'changed'>> & {
    readonly metadata: Partial<ForeignMetadata>
  }): Extract<Reading, { kind: 'document' }> {
  return {
    kind: 'document',
    document: {
      place,
      id: null,
      metadata: { ...noMetadata, ...metadata },
      text,
      decoding,
      offsetUnit: 'utf16',
      quoteForm: 'exact',
      annotations: [],
      relations: [],
      provenance: null,
      refused: [],
      changed,
    },
  }
}

/** Something of an article that its text does not have, or has in another way than its file. */
export function articleRemark(reason: string): Remark {
  return {
    thing: 'document',
    place: null,
    id: null,
    code: 'notHeld',
    reason,
    expected: null,
    found: null,
  }
}
