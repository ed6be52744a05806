/** A short article with what makes offsets hard: curly quotes in quotes, an emoji family, a combining accent, Cyrillic. */
export const bridge = [
  'Bridge shut',
  'The mayor said the old bridge is safe. “It is safe,” she told reporters.',
  'An engineer disagreed: “The mayor says ‘the bridge is safe’, but two cables are broken.”',
  'Nai\u0308ve readers 👨‍👩‍👧‍👦 crossed it all the same — Лидия among them.',
].join('\n\n')

/** An article of many screens; every paragraph says its own number. */
export const long = Array.from(
  { length: 120 },
  (_, index) =>
    `Paragraph ${index + 1} of the report. The commission heard witnesses on the state of the harbour, the cost of ` +
    'repairs and the letters that were never answered, and adjourned until the next morning.',
).join('\n\n')
