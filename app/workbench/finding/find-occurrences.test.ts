import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { maxOccurrences } from '../../../shared/contract.ts'
import { newId } from '../../../shared/model/id.ts'
import { arbitraryText } from '../../../shared/text/arbitrary-text.ts'
import { isGraphemeBoundary } from '../../../shared/text/grapheme.ts'
import { pressProject } from '../press-project.fixture.ts'
import { documentOf, draftOf } from '../project/model.fixture.ts'
import { codeOf, newProject, valueOf } from '../project/project.fixture.ts'
import { findOccurrences } from './find-occurrences.ts'

const anywhere = { matchCase: false, wholeWords: false, documentId: null }

test('a text is found in every document, with what stands around it and is tagged there', async () => {
  const { file, bridge, harbour } = pressProject()
  const found = valueOf(await findOccurrences(file, { ...anywhere, text: 'THE BRIDGE IS SAFE' }))
  expect(found).toEqual({
    complete: true,
    occurrences: [
      {
        documentId: bridge.id,
        span: { start: 0, end: 18 },
        quote: 'The Bridge is safe',
        before: '',
        after: ', the mayor said. “It is NOT,” an engineer told Kanal 6.',
        labels: ['claim'],
      },
      {
        documentId: harbour.id,
        span: { start: 17, end: 35 },
        quote: 'the bridge is safe',
        before: 'Kanal 6 reports: ',
        after: '. Nobody denied it 👨‍👩‍👧‍👦.',
        labels: ['claim'],
      },
    ],
  })
  const quoted = valueOf(await findOccurrences(file, { ...anywhere, text: '“It is NOT,”' }))
  expect(quoted.occurrences.map(({ labels }) => labels)).toEqual([['denial', 'quote']])
})

test('case, whole words and the document narrow it down', async () => {
  const { file, harbour } = pressProject()
  const count = async (text: string, narrowed: Partial<typeof anywhere>) => {
    const found = await findOccurrences(file, { ...anywhere, ...narrowed, text })
    return valueOf(found).occurrences.length
  }
  expect(await count('the bridge', { matchCase: true })).toBe(1)
  expect(await count('it', {})).toBe(2)
  expect(await count('no', {})).toBe(2)
  expect(await count('no', { wholeWords: true })).toBe(0)
  const one = { ...anywhere, documentId: harbour.id }
  expect(valueOf(await findOccurrences(file, { ...one, text: 'safe' })).occurrences).toHaveLength(1)
  const gone = await findOccurrences(file, { ...anywhere, documentId: newId(), text: 'safe' })
  expect(codeOf(gone)).toBe('notFound')
})

test('where there are too many the list says that it is not complete', async () => {
  const file = newProject()
  const texts = ['x '.repeat(maxOccurrences - 1), 'x', 'x x'].map((text) => text.trimEnd())
  for (const text of texts) {
    valueOf(
      file.commit(draftOf({ entity: 'document', before: null, after: documentOf(text) }), [text]),
    )
    const found = valueOf(await findOccurrences(file, { ...anywhere, text: 'x' }))
    expect(found.occurrences.length).toBeLessThanOrEqual(maxOccurrences)
    expect(found.complete).toBe(text !== 'x x')
  }
})

test('whatever is asked of whatever text: every quote is the text under its span, in whole graphemes', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryText.filter((text) => text !== ''),
      fc.nat(),
      fc.integer({ min: 1, max: 4 }),
      async (text, from, length) => {
        const file = newProject()
        const added = draftOf({ entity: 'document', before: null, after: documentOf(text) })
        fc.pre(file.commit(added, [text]).ok)
        const wanted = text.slice(from % text.length).slice(0, length)
        const { occurrences } = valueOf(await findOccurrences(file, { ...anywhere, text: wanted }))
        for (const { span, quote, before, after } of occurrences) {
          expect(quote).toBe(text.slice(span.start, span.end))
          expect(quote.toLowerCase().length).toBeGreaterThan(0)
          expect(text.slice(0, span.start).endsWith(before)).toBe(true)
          expect(text.slice(span.end).startsWith(after)).toBe(true)
          expect(isGraphemeBoundary(text, span.start) && isGraphemeBoundary(text, span.end)).toBe(
            true,
          )
        }
        file.close()
      },
    ),
    { numRuns: 40 },
  )
})
