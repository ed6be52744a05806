import { expect, test } from 'vitest'

import type { Document } from '../../shared/model/document.ts'
import { plainDocumentListView, viewDocuments } from './document-list-view.ts'

function documentWith(given: Partial<Document>): Document {
  const now = '2026-11-25T12:00:00.000Z'
  return {
    id: '0197c0de-0000-7000-8000-000000000001',
    title: 'Untitled',
    source: null,
    author: null,
    date: null,
    url: null,
    language: null,
    direction: null,
    status: 'todo',
    metadata: {},
    sha256: '0'.repeat(64),
    length: 1,
    provenance: {
      fileName: null,
      format: 'text',
      encoding: null,
      byteOrderMark: false,
      byteLength: null,
      sha256: null,
      lineEnds: [],
      importedAt: now,
    },
    createdAt: now,
    updatedAt: now,
    ...given,
  }
}

const bridge = documentWith({ title: 'The Bridge', source: 'Kanal 6' })
const harbour = documentWith({ title: 'Harbour reopens', author: 'Zoë Kanał', status: 'done' })
const documents = [bridge, harbour]

test('nothing asked for shows the very same list', () => {
  expect(viewDocuments(documents, plainDocumentListView)).toBe(documents)
  expect(viewDocuments(documents, { query: '  ', status: null })).toBe(documents)
})

test('every typed word has to be in title, source or author, whatever its case', () => {
  const titles = (query: string) =>
    viewDocuments(documents, { query, status: null }).map(({ title }) => title)
  expect(titles('bridge')).toEqual(['The Bridge'])
  expect(titles('6 BRIDGE')).toEqual(['The Bridge'])
  expect(titles('kana')).toEqual(['The Bridge', 'Harbour reopens'])
  expect(titles('kana harbour')).toEqual(['Harbour reopens'])
  expect(titles('bridge harbour')).toEqual([])
})

test('a status narrows what the words found', () => {
  expect(viewDocuments(documents, { query: '', status: 'done' })).toEqual([harbour])
  expect(viewDocuments(documents, { query: 'bridge', status: 'done' })).toEqual([])
})
