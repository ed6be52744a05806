import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { CopiesFound, DocumentSummary } from '../../../shared/contract.ts'
import { documentOf } from '../project/model.fixture.ts'
import { findCopies } from './find-copies.ts'
import { shinglesOf, similarityOf } from './shingles.ts'

type Article = {
  readonly title: string
  readonly text: string
  readonly annotations?: number
  readonly date?: string
}

/** What is found among articles, by their titles. */
function found(articles: readonly Article[]) {
  const texts = new Map<string, string>()
  const documents = articles.map(({ title, text, annotations = 0, date }): DocumentSummary => {
    const document = { ...documentOf(text, title), date: date ?? null }
    texts.set(document.sha256, text)
    return { document, annotations, suggestions: 0 }
  })
  const steps = findCopies({ documents: () => documents, text: (hash) => texts.get(hash) ?? null })
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return named(step.value, documents)
}

function named(value: CopiesFound, documents: readonly DocumentSummary[]) {
  const titles = new Map(documents.map(({ document }) => [document.id, document.title]))
  return value.found.map(({ documentId, copies }) => ({
    of: titles.get(documentId),
    copies: copies.map((copy) => ({
      title: titles.get(copy.documentId),
      likeness: copy.likeness,
      similarity: copy.similarity,
    })),
  }))
}

const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => `word${from + at}`).join(' ')

test('the same text, the same words, and much of the same; what is like nothing is left out', () => {
  const text = words(0, 100)
  expect(
    found([
      { title: 'First', text, date: '2025-01-02' },
      { title: 'Again', text, date: '2025-01-01', annotations: 2 },
      { title: 'Loud', text: text.toUpperCase().replaceAll(' ', '\n') },
      { title: 'Longer', text: `${text} ${words(500, 20)}` },
      { title: 'Other', text: words(1000, 100) },
    ]),
  ).toEqual([
    {
      of: 'Again',
      copies: [
        { title: 'First', likeness: 'sameText', similarity: 1 },
        { title: 'Loud', likeness: 'sameWords', similarity: 1 },
        { title: 'Longer', likeness: 'similar', similarity: 96 / 116 },
      ],
    },
  ])
})

test('the first to be published leads where none has more annotations, and the most copied comes first', () => {
  expect(
    found([
      { title: 'A', text: words(0, 50), date: '2025-03-01' },
      { title: 'B', text: words(0, 50), date: '2025-01-01' },
      { title: 'C', text: words(100, 50) },
      { title: 'D', text: words(100, 50) },
      { title: 'E', text: words(100, 50) },
    ]).map(({ of, copies }) => [of, copies.map(({ title }) => title)]),
  ).toEqual([
    ['C', ['D', 'E']],
    ['B', ['A']],
  ])
})

test('texts without words are copies only where they are the same', () => {
  expect(
    found([
      { title: 'Dots', text: '…' },
      { title: 'Dashes', text: '— —' },
      { title: 'More dots', text: '…' },
    ]),
  ).toEqual([{ of: 'Dots', copies: [{ title: 'More dots', likeness: 'sameText', similarity: 1 }] }])
})

test('what is half alike is no copy', () => {
  const half = `${words(0, 60)} ${words(600, 40)}`
  expect(similarityOf(shinglesOf(words(0, 100)), shinglesOf(half))).toBeLessThan(0.6)
  expect(
    found([
      { title: 'A', text: words(0, 100) },
      { title: 'B', text: half },
    ]),
  ).toEqual([])
})

test('nearly all pairs above the threshold are found among many articles, and none below', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 35 }), { minLength: 30, maxLength: 40 }), (changed) => {
      const articles = changed.flatMap((count, at) => {
        const text = words(at * 1000, 200)
        const copy = `${words(at * 1000, 200 - count)} ${words(at * 1000 + 500, count)}`
        return [
          { title: `${at}`, text },
          { title: `${at} again`, text: copy },
        ]
      })
      const pairs = found(articles)
      const alike = changed.filter((count, at) => {
        const [one, other] = [articles[2 * at]?.text ?? '', articles[2 * at + 1]?.text ?? '']
        return similarityOf(shinglesOf(one), shinglesOf(other)) >= 0.6 || count === 0
      })
      expect(pairs.length).toBeGreaterThanOrEqual(alike.length - 2)
      expect(pairs.length).toBeLessThanOrEqual(alike.length)
      for (const { copies } of pairs) expect(copies).toHaveLength(1)
    }),
    { numRuns: 20 },
  )
})
