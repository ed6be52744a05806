import { lineOfJson } from '../../tag-set-comments.ts'

/** A comment line as CoNLL-U has them: `# name = value`. */
export function comment(name: string, value: string): string {
  return `# ${name} = ${value}\n`
}

/** A value as it is where it can be on one line, and as JSON where it cannot. */
export function valueOnLine(value: string): string {
  return isPlain(value) ? value : lineOfJson(value)
}

/** Not for what other readers take for an end of a line, nor what begins like JSON. */
function isPlain(value: string): boolean {
  return /^[^\s\p{Cc}"]/u.test(value) && !/[^\P{Cc}\t]|[\u2028\u2029]|[\s\p{Cc}]$/u.test(value)
}

/** What a document is besides its text: each value is a comment of its own. */
export const documentFields = [
  'source',
  'author',
  'date',
  'url',
  'language',
  'direction',
  'status',
] as const
