import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { arbitraryText, offsetsOf } from '../../shared/text/arbitrary-text.ts'
import {
  layOut,
  paragraphAt,
  paragraphSpan,
  sectionOf,
  sectionsFrom,
  sectionSpan,
} from './article-layout.ts'

describe('the layout of an article', () => {
  test('paragraphs are the lines of the text', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const layout = layOut(text)
        const lines = layout.starts.map((_, index) => {
          const { start, end } = paragraphSpan(layout, index)
          return text.slice(start, end)
        })
        expect(lines).toEqual(text.split('\n'))
      }),
    )
  })

  test('every offset lies in the paragraph and section found for it', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const layout = layOut(text)
        for (const offset of offsetsOf(text)) {
          const paragraph = paragraphAt(layout, offset)
          const { start, end } = paragraphSpan(layout, paragraph)
          expect(start <= offset && offset <= end).toBe(true)
          const section = sectionSpan(layout, sectionOf(paragraph))
          expect(section.start <= start && end <= section.end).toBe(true)
        }
      }),
    )
  })

  test('reading starts in the section that holds the offset, and goes on in the next one there is', () => {
    fc.assert(
      fc.property(fc.array(arbitraryText, { maxLength: 40 }), (lines) => {
        const layout = layOut(lines.join('\n'))
        for (const start of layout.starts) {
          const [first, next, ...more] = sectionsFrom(layout, start)
          expect(first).toBe(sectionOf(paragraphAt(layout, start)))
          expect(next).toBe(first === layout.sections - 1 ? undefined : (first ?? 0) + 1)
          expect(more).toEqual([])
        }
      }),
    )
  })

  test('a text with lines broken at a column is told from one with a line for each paragraph', () => {
    const wrapped =
      'A line that was broken\nby the program that sent it\nand goes on.\n\nA second\nparagraph.'
    const plain = `${'A paragraph on one long line. '.repeat(8)}\n\n${'Another one. '.repeat(20)}\nA third.`
    expect(layOut(wrapped).hardWrapped).toBe(true)
    expect(layOut(plain).hardWrapped).toBe(false)
    expect(layOut('Headline\nByline').hardWrapped).toBe(false)
  })
})
