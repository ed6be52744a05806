/**
 * What no token holds: white space, wherever a reader may split a line at it, and control characters, which make editors and
 * readers take a file for no text.
 */
export const gapCharacters = '\\s\u0000-\u001F\u007F-\u009F'

const gap = new RegExp(`^[${gapCharacters}]+$`)

/** Whether a text is nothing but white space and control characters; the empty text is. */
export function isGap(text: string): boolean {
  return text === '' || gap.test(text)
}

/**
 * Such a character as a token of its own, where an annotation begins or ends in it. No word is spelled so: words
 * part after a backslash.
 */
export function gapToken(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** The character that such a token stands for; `null` for any other token. */
export function gapOfToken(token: string): string | null {
  const code = /^\\u([0-9a-f]{4})$/.exec(token)?.[1]
  const character = code === undefined ? '' : String.fromCharCode(Number.parseInt(code, 16))
  return character !== '' && gap.test(character) ? character : null
}
