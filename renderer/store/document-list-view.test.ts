import { expect, test } from 'vitest'

import { plainDocumentListView, viewDocuments } from './document-list-view.ts'

const bridge = { title: 'The Bridge', source: 'Kanal 6', author: null, status: 'todo' } as const
const harbour = {
  title: 'Harbour reopens',
  source: null,
  author: 'Zoë Kanał',
  status: 'done',
} as const
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
