import { describe, expect, it } from 'vitest'

import { annotation, only, position, quote, refusalOf } from './reading.fixture.ts'

function selecting(selector: unknown): object {
  return annotation({ target: { source: 'https://news.example/a', selector } })
}

describe('selectors', () => {
  it.each([
    ['a position', position(4, 9), [{ start: 4, end: 9 }], null],
    ['a quote', quote('dam', 'the ', ' broke'), null, 'dam'],
    ['a position and a quote', [quote('dam'), position(4, 7)], [{ start: 4, end: 7 }], 'dam'],
    [
      'an alternative to what is no text',
      [{ type: 'XPathSelector', value: '/p' }, quote('dam')],
      null,
      'dam',
    ],
    [
      'a fragment of plain text',
      { type: 'FragmentSelector', value: 'char=4,9' },
      [{ start: 4, end: 9 }],
      null,
    ],
    [
      'a fragment from the start',
      { type: 'FragmentSelector', value: 'char=,9;length=20' },
      [{ start: 0, end: 9 }],
      null,
    ],
    [
      'a range between positions',
      { type: 'RangeSelector', startSelector: position(4, 5), endSelector: position(9, 12) },
      [{ start: 4, end: 9 }],
      null,
    ],
    [
      'a position in a position',
      { ...position(10, 20), refinedBy: position(2, 4) },
      [{ start: 12, end: 14 }],
      null,
    ],
    [
      'a quote in an element',
      { type: 'CssSelector', value: '#a', refinedBy: quote('dam') },
      null,
      'dam',
    ],
    ['a position in a quote', { ...quote('a 😀 dam'), refinedBy: position(4, 7) }, null, 'dam'],
    ['a quote in a position', { ...position(10, 20), refinedBy: quote('dam') }, null, 'dam'],
  ])('reads %s', async (_, selector, spans, exact) => {
    expect(await only(selecting(selector))).toMatchObject({ spans, quote: exact })
  })

  it('keeps what is around a quote, and what is around a part of it', async () => {
    expect(await only(selecting(quote('dam', 'the ', ' broke')))).toMatchObject({
      prefix: 'the ',
      suffix: ' broke',
    })
    const refined = { ...quote('the dam broke', 'when ', ' at'), refinedBy: quote('dam') }
    expect(await only(selecting(refined))).toMatchObject({
      prefix: 'when the ',
      quote: 'dam',
      suffix: ' broke at',
    })
  })

  it.each([
    ['an area of a picture', { type: 'SvgSelector', value: '<svg/>' }, 'type “SvgSelector”'],
    ['bytes', { type: 'DataPositionSelector', start: 1, end: 2 }, 'type “DataPositionSelector”'],
    [
      'a stretch of a film',
      { type: 'FragmentSelector', value: 't=30,60' },
      '“t=30,60” selects no stretch',
    ],
    ['what is elsewhere', 'https://notes.example/selector', 'not in the file'],
    ['nothing', {}, 'has no type'],
    [
      'a position that is not one',
      { type: 'TextPositionSelector', start: '4', end: 9 },
      'that is a number',
    ],
    ['a quote without text', { type: 'TextQuoteSelector', prefix: 'the' }, 'has no text'],
    [
      'a position in an element',
      { type: 'XPathSelector', value: '/p', refinedBy: position(1, 2) },
      'counts from an element',
    ],
    [
      'a position outside what it refines',
      { ...position(1, 5), refinedBy: position(3, 9) },
      'outside what it refines',
    ],
    [
      'a quote that is twice in what it refines',
      { ...quote('no no'), refinedBy: quote('no') },
      'in exactly one place',
    ],
    [
      'a range between quotes',
      { type: 'RangeSelector', startSelector: quote('a'), endSelector: quote('b') },
      'the text is not in the file',
    ],
    [
      'a range without an end',
      { type: 'RangeSelector', startSelector: position(1, 2) },
      'no selector',
    ],
  ])('refuses %s', async (_, selector, reason) => {
    expect(await refusalOf(selecting(selector))).toContain(reason)
  })
})
