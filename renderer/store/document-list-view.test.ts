import { expect, test } from 'vitest'

import type { DocumentSummary } from '../../shared/contract.ts'
import { documentWith } from '../../shared/model/document.fixture.ts'
import { documentStatuses, type Document } from '../../shared/model/document.ts'
import { groupDocuments } from './document-groups.ts'
import {
  plainDocumentListView,
  unsaid,
  viewDocuments,
  withoutFilters,
  type DocumentListView,
} from './document-list-view.ts'
import { orderDocuments, type DocumentColumn } from './document-order.ts'

function summaryOf(given: Partial<Document>, annotations = 0): DocumentSummary {
  return { document: documentWith(given), annotations, suggestions: 0 }
}

const documents = [
  summaryOf({ title: 'The Bridge 10', source: 'Kanal 6', date: '2026-04-02', words: 30 }, 2),
  summaryOf({ title: 'Harbour reopens', author: 'Zoë Kanał', status: 'done', words: 4 }),
  summaryOf({
    title: 'the bridge 9',
    source: 'Kanal 6',
    date: '2026-03-30',
    language: 'en',
    assignee: 'Lin',
    tags: ['storm', 'floods'],
    words: 200,
  }),
]

const titlesOf = (some: readonly DocumentSummary[]) => some.map(({ document }) => document.title)
const shown = (change: Partial<DocumentListView>) =>
  titlesOf(viewDocuments(documents, { ...plainDocumentListView, ...change }))
const ordered = (by: DocumentColumn, descending = false) =>
  titlesOf(orderDocuments(documents, { by, descending }))

test('nothing asked for shows the very same list', () => {
  expect(viewDocuments(documents, plainDocumentListView)).toBe(documents)
  expect(viewDocuments(documents, { ...plainDocumentListView, query: '  ' })).toBe(documents)
})

test('every typed word has to be in title, source or author, whatever its case', () => {
  expect(shown({ query: '6 BRIDGE' })).toEqual(['The Bridge 10', 'the bridge 9'])
  expect(shown({ query: 'kana' })).toHaveLength(3)
  expect(shown({ query: 'kana harbour' })).toEqual(['Harbour reopens'])
  expect(shown({ query: 'bridge harbour' })).toEqual([])
})

test('each filter narrows what the others let through, and finds what is not said', () => {
  expect(shown({ status: 'done' })).toEqual(['Harbour reopens'])
  expect(shown({ source: 'Kanal 6', assignee: 'Lin' })).toEqual(['the bridge 9'])
  expect(shown({ source: unsaid })).toEqual(['Harbour reopens'])
  expect(shown({ language: 'en' })).toEqual(['the bridge 9'])
  expect(shown({ tag: 'floods' })).toEqual(['the bridge 9'])
  expect(shown({ tag: unsaid })).toEqual(['The Bridge 10', 'Harbour reopens'])
  expect(shown({ unannotated: true })).toEqual(['Harbour reopens', 'the bridge 9'])
  expect(shown({ query: 'bridge', status: 'done' })).toEqual([])
})

test('what is unfinished is to do or in progress', () => {
  const some = documentStatuses.map((status) => summaryOf({ title: status, status }))
  const view = { ...plainDocumentListView, status: 'unfinished' } as const
  expect(titlesOf(viewDocuments(some, view))).toEqual(['todo', 'inProgress'])
})

test('numbers sort as numbers also in titles, and what is not said comes last either way round', () => {
  expect(ordered('title')).toEqual(['Harbour reopens', 'the bridge 9', 'The Bridge 10'])
  expect(ordered('words')).toEqual(['Harbour reopens', 'The Bridge 10', 'the bridge 9'])
  expect(ordered('date')).toEqual(['the bridge 9', 'The Bridge 10', 'Harbour reopens'])
  expect(ordered('date', true)).toEqual(['The Bridge 10', 'the bridge 9', 'Harbour reopens'])
  expect(ordered('annotations', true)[0]).toBe('The Bridge 10')
  expect(ordered('tags')[0]).toBe('the bridge 9')
})

test('documents that tie keep their order, either way round', () => {
  expect(ordered('source')).toEqual(['The Bridge 10', 'the bridge 9', 'Harbour reopens'])
  expect(ordered('source', true)).toEqual(['The Bridge 10', 'the bridge 9', 'Harbour reopens'])
  expect(ordered('status', true)).toEqual(['Harbour reopens', 'The Bridge 10', 'the bridge 9'])
})

test('each document stands in one group, and those of which nothing is said stand in the last', () => {
  const groups = (by: Parameters<typeof groupDocuments>[1]) =>
    groupDocuments(documents, by).map(({ value, documents: some }) => [value, some.length])
  expect(groups('status')).toEqual([
    ['todo', 2],
    ['done', 1],
  ])
  expect(groups('month')).toEqual([
    ['2026-03', 1],
    ['2026-04', 1],
    ['', 1],
  ])
  expect(groups('tags')).toEqual([
    ['floods, storm', 1],
    ['', 2],
  ])
  expect(shown({ group: 'month' })).toEqual(['the bridge 9', 'The Bridge 10', 'Harbour reopens'])
})

test('without filters the order and the groups stay', () => {
  const order = { by: 'words', descending: true } as const
  const view = { ...plainDocumentListView, query: 'bridge', tag: 'storm', order }
  expect(withoutFilters(view)).toEqual({ ...plainDocumentListView, order })
})
