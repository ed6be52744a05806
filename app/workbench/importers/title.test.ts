import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { titleFrom, titleFromFileName, titleFromFirstLine } from './title.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

describe('titles', () => {
  it('are the file name without its extension', () => {
    expect(titleFromFileName('The dam.v2.txt')).toBe('The dam.v2')
    expect(titleFromFileName('.txt')).toBe('.txt')
  })

  it('are the first line that holds something, on one line', () => {
    expect(titleFromFirstLine('\n  \n \tThe  dam\tbroke. \nMore', 'x')).toBe('The dam broke.')
    expect(titleFromFirstLine('', 'Pasted text')).toBe('Pasted text')
  })

  it('never split a grapheme and never grow too long', () => {
    const unit = fc.constantFrom('a', ' ', '👨‍👩‍👧‍👦', 'e\u0301', 'ü', '界')
    const line = fc.array(unit, { maxLength: 700 }).map((units) => units.join(''))
    fc.assert(
      fc.property(line, (text) => {
        const title = titleFrom(text, 'fallback')
        expect(title.length).toBeLessThanOrEqual(500)
        expect(title.length).toBeGreaterThan(0)
        const whole = text.trim() === '' ? 'fallback' : text.replaceAll(/\s+/g, ' ').trim()
        const ends = [...segmenter.segment(whole)].map(
          ({ index, segment }) => index + segment.length,
        )
        expect(ends).toContain(title.length)
        const short = titleFromFirstLine(text, 'fallback')
        expect([...segmenter.segment(short)].length).toBeLessThanOrEqual(80)
      }),
    )
  })
})
