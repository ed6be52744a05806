import { graphemesOf } from './grapheme.ts'

/**
 * How much is spelt out: `reading` shows what breaks lines or only looks like a space; `whiteSpace` all spaces and all that
 * is not seen; `codePoints` the number of every character outside ASCII as well, for those that look alike.
 */
export type Spelling = 'reading' | 'whiteSpace' | 'codePoints'

/** Text as it is, or a sign in place of (or after) a character, with the name of the character where it has one here. */
export type VisiblePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string; readonly name: CharacterName | null }

type CharacterName =
  | 'tab'
  | 'lineEnd'
  | 'carriageReturn'
  | 'space'
  | 'noBreakSpace'
  | 'softHyphen'
  | 'zeroWidthSpace'
  | 'zeroWidthNonJoiner'
  | 'zeroWidthJoiner'
  | 'lineSeparator'
  | 'narrowNoBreakSpace'
  | 'ideographicSpace'
  | 'byteOrderMark'

/** Signs and names of characters that are not seen; the others have their number. */
const named: Readonly<Record<string, readonly [sign: string, name: CharacterName]>> = {
  '\t': ['⇥', 'tab'],
  '\n': ['↵', 'lineEnd'],
  '\r': ['␍', 'carriageReturn'],
  ' ': ['␣', 'space'],
  '\u00a0': ['⍽', 'noBreakSpace'],
  '\u00ad': ['U+00AD', 'softHyphen'],
  '\u200b': ['U+200B', 'zeroWidthSpace'],
  '\u200c': ['U+200C', 'zeroWidthNonJoiner'],
  '\u200d': ['U+200D', 'zeroWidthJoiner'],
  '\u2028': ['U+2028', 'lineSeparator'],
  '\u202f': ['U+202F', 'narrowNoBreakSpace'],
  '\u3000': ['U+3000', 'ideographicSpace'],
  '\ufeff': ['U+FEFF', 'byteOrderMark'],
}

const unusualSpace = /^[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]$/u
const unseen = /^[\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\p{Cn}\p{Co}]$/u
const pictograph = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u

/** A text in parts, so that what a reader cannot see or tell apart is shown by signs. */
export function visibleParts(text: string, spelling: Spelling): readonly VisiblePart[] {
  const parts: VisiblePart[] = []
  for (const grapheme of graphemesOf(text)) {
    // Emoji are held together by characters that are not seen.
    const isWhole = spelling !== 'codePoints' && pictograph.test(grapheme)
    for (const piece of isWhole ? [grapheme] : grapheme) {
      if (isWhole || !isSpelt(piece, spelling)) add(piece)
      else {
        if (!unseen.test(piece) && !/^\p{M}$/u.test(piece)) add(piece)
        parts.push({ kind: 'sign', ...signOf(piece) })
      }
    }
  }
  return parts

  function add(piece: string): void {
    const last = parts.at(-1)
    if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + piece }
    else parts.push({ kind: 'text', text: piece })
  }
}

function isSpelt(character: string, spelling: Spelling): boolean {
  if (spelling === 'reading') return character !== ' ' && unusualSpace.test(character)
  return unseen.test(character) || (spelling === 'codePoints' && character > '\u007f')
}

function signOf(character: string): {
  readonly text: string
  readonly name: CharacterName | null
} {
  const [sign, name] = named[character] ?? []
  const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return { text: sign ?? number, name: name ?? null }
}
