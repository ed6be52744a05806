import type { Document } from './document.ts'

const at = '2026-01-01T00:00:00.000Z'

/** A document of which nothing is known but what is given. */
export function documentWith(given: Partial<Document>): Document {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    title: '',
    source: null,
    author: null,
    date: null,
    url: null,
    language: null,
    direction: null,
    status: 'todo',
    assignee: null,
    tags: [],
    metadata: {},
    sha256: '0'.repeat(64),
    length: 1,
    words: 1,
    provenance: {
      fileName: null,
      format: 'text',
      encoding: null,
      byteOrderMark: false,
      byteLength: null,
      sha256: null,
      lineEnds: [],
      importedAt: at,
    },
    createdAt: at,
    updatedAt: at,
    ...given,
  }
}
