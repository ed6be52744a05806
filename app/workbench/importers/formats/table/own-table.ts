import { isAnnotationTable } from '../../../exporters/formats/csv/csv-columns.ts'

/** Whether a text begins with the head of a table that Verbatim wrote, or of one that was made of it. */
export function beginsOwnTable(text: string): boolean {
  const line = /^[^\r\n]{0,2000}/.exec(text)?.[0] ?? ''
  // None of its names needs quotation marks.
  return isAnnotationTable(line.split(/[,;\t|]/).map((cell) => cell.replace(/^"(.*)"$/, '$1')))
}

/**
 * The same for the beginning of a file in UTF-8. The texts in such a table may hold any character, also those by which
 * other files are known for no text.
 */
export function isOwnTable(beginning: Uint8Array): boolean {
  const text = Buffer.from(beginning.subarray(0, 2000)).toString('utf8')
  return beginsOwnTable(text.replace(/^\uFEFF/, ''))
}
