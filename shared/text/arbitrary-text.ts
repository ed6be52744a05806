import * as fc from 'fast-check'

/**
 * What texts are made of where offsets go wrong. Each piece is kept whole, so that most of a text is sound; parts
 * of such pieces come in beside them, so that every kind of piece also turns up cut, doubled and wrongly joined.
 */
const pieces = {
  words: [
    'said',
    'word',
    'Minister',
    'да',
    'слово',
    'القول',
    'דבר',
    '漢字',
    'ひらがな',
    'a',
    '1',
    '…',
  ],
  emoji: ['😀', '👨‍👩‍👧‍👦', '👩🏽‍🚀', '👍🏿', '🏳️‍🌈', '❤️', '1️⃣', '©', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  flags: ['🇩🇪', '🇺🇦🇰🇵', '🇫', '🇷🇫🇷'],
  marks: ['é', 'e\u0301', 'o\u0302\u0323', 'q\u0307\u0323', ' \u0301', '\u0301', 'بِسْمِ', 'שָׁלוֹם'],
  hangul: ['한국', '\u1112\u1161\u11ab', '\u1100\u1100', '\uac00\u11a8', '\u1161', '\u11ab'],
  indic: ['क्ष', 'हिन्दी', 'क्\u200dष', '\u094d', 'நி', 'กำ', 'ক্ষ'],
  astral: ['𠮷', '𝒜', '🂡', '\u{1F1E6}', '\u{2F800}'],
  joiners: ['\u200d', '\u200c', '\ufe0f', '\u{1F3FD}', '\u0600', '\u0d4e', '\u0903', '\u{E0067}'],
  quotes: ['“', '”', '„', '«', '’', '—'],
  whiteSpace: [' ', '  ', '\u00a0', '\u2003', '\u3000', '\t', '\ufeff', '\u200b', '\u2060'],
  lineEnds: [
    '\n',
    '\n\n',
    '\n\n\n',
    '\r\n',
    '\r\n\r\n',
    '\r',
    '\n\r',
    '\u2028',
    '\u2029',
    '\u0085',
  ],
  directions: ['\u200e', '\u200f', '\u202e', '\u202c', '\u2066', '\u2069', '\u00ad'],
} as const

/** U+0000 to U+001F. */
const controls = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code))

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...Object.values(pieces).flat()) },
  { weight: 2, arbitrary: fc.constantFrom(' ', 'word', 'e', '\n') },
  { weight: 1, arbitrary: fc.constantFrom(...controls) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
)

/** Any well-formed text, line ends of all kinds among it: what a file can hold once it is decoded. */
export const arbitrarySource: fc.Arbitrary<string> = fc
  .array(piece, { maxLength: 14 })
  .map((parts) => parts.join(''))

/** Any text as a document stores it: all line ends are line feeds. */
export const arbitraryText: fc.Arbitrary<string> = arbitrarySource.map((source) =>
  source.replaceAll(/\r\n?/g, '\n'),
)

/** Any text as it may reach a pure function: lone surrogates too. */
export const arbitraryString: fc.Arbitrary<string> = fc
  .array(fc.oneof(piece, fc.constantFrom('\ud83d', '\ude00', '\ud800')), { maxLength: 14 })
  .map((parts) => parts.join(''))

/** Runs in which no boundary is certain from the characters next to it, longer than any bounded look. */
export const arbitraryLongRun: fc.Arbitrary<string> = fc
  .record({
    before: arbitrarySource,
    unit: fc.constantFrom(
      '\u0301',
      '🇩',
      '👩\u200d',
      '\u200d👩',
      '\u1100',
      'क\u094d',
      '\u094d\u0915',
      '\u0600',
      '\u{1F3FD}',
      '\n',
    ),
    count: fc.integer({ min: 150, max: 700 }),
    after: arbitrarySource,
  })
  .map(({ before, unit, count, after }) => before + unit.repeat(count) + after)

/** Every offset of a text in UTF-16 code units, both ends included. */
export function offsetsOf(text: string): readonly number[] {
  return Array.from({ length: text.length + 1 }, (_, offset) => offset)
}
