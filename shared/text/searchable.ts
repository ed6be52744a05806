import { countLeading } from './binary-search.ts'
import { graphemeCeiling, graphemeFloor } from './grapheme.ts'
import type { Span } from './span.ts'

/**
 * A text as it is searched: letters without case and accents, and nothing else but ASCII signs and spaces, so that words
 * are found by looking for their letters. Mostly as long as the text, and offsets are the same; where they are not, `seams` says how.
 */
export type Searchable = {
  readonly folded: string
  /** Ascending; empty for nearly every text. */
  readonly seams: readonly Seam[]
}

/** A piece whose folded form is of another length. All in UTF-16 code units. */
type Seam = {
  readonly foldedStart: number
  readonly foldedEnd: number
  readonly start: number
  readonly end: number
}

/** Scripts that put no space between words: each of their characters is looked for as a word of its own. */
const unspacedScripts = [
  'Han',
  'Hiragana',
  'Katakana',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Tibetan',
]
  .map((script) => String.raw`\p{sc=${script}}`)
  .join('')
/** The long vowel and iteration marks of Japanese, which no script has for itself, belong with them. */
const unspacedSet = `[[${unspacedScripts}ー々〆]&&[\\p{L}\\p{M}\\p{N}]]`
const wordSet = String.raw`[\p{L}\p{M}\p{N}]`

const unspaced = new RegExp(unspacedSet, 'v')
const eachUnspaced = new RegExp(unspacedSet, 'gv')
const wordCharacter = new RegExp(`^${wordSet}$`, 'v')

/**
 * Marks that people leave out when they look for a word: accents of Latin, Greek and Cyrillic, vowel points of Hebrew and
 * Arabic. The vowel signs of Indic scripts and the voicing marks of Japanese make other words, and stay. Soft hyphens and
 * joiners are nothing that anybody types.
 */
const ignored =
  /[[[\p{M}]&&[\p{sc=Inherited}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}]]--[\u3099\u309a]]|[\u00ad\u200c\u200d]/gv

/** A letter with its marks; a run of Hangul, whose parts make syllables together. */
const cluster =
  /[\p{sc=Hangul}\p{M}\u00ad\u200c\u200d]*\p{sc=Hangul}[\p{sc=Hangul}\p{M}\u00ad\u200c\u200d]*|[\p{M}\u00ad\u200c\u200d]+|[^\p{M}\u00ad\u200c\u200d][\p{M}\u00ad\u200c\u200d]*/gv

const beyondAscii = /[^\0-\x7f]+/g

type FoldedRun = { readonly folded: string; readonly seams: readonly Seam[] }

/** The same few signs and letters come again and again. */
const knownRuns = new Map<string, FoldedRun>()
const mostKnown = 20_000
const longestKnown = 24

export function searchableOf(text: string): Searchable {
  let folded = ''
  let from = 0
  const seams: Seam[] = []
  for (const { 0: run, index } of text.matchAll(beyondAscii)) {
    folded += text.slice(from, index).toLowerCase()
    const piece = runFolded(run)
    for (const seam of piece.seams) seams.push(moved(seam, folded.length, index))
    folded += piece.folded
    from = index + run.length
  }
  if (from === 0) return { folded: text.toLowerCase(), seams }
  return { folded: folded + text.slice(from).toLowerCase(), seams }
}

function moved(seam: Seam, inFolded: number, inText: number): Seam {
  return {
    foldedStart: seam.foldedStart + inFolded,
    foldedEnd: seam.foldedEnd + inFolded,
    start: seam.start + inText,
    end: seam.end + inText,
  }
}

function runFolded(run: string): FoldedRun {
  const known = knownRuns.get(run)
  if (known !== undefined) return known
  let folded = ''
  const seams: Seam[] = []
  for (const { 0: piece, index } of run.matchAll(cluster)) {
    const foldedStart = folded.length
    folded += clusterFolded(piece)
    if (folded.length - foldedStart === piece.length) continue
    seams.push({ foldedStart, foldedEnd: folded.length, start: index, end: index + piece.length })
  }
  const result = { folded, seams }
  if (run.length <= longestKnown) {
    if (knownRuns.size >= mostKnown) knownRuns.clear()
    knownRuns.set(run, result)
  }
  return result
}

function clusterFolded(piece: string): string {
  const letters = piece
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(ignored, '')
    .normalize('NFC')
    // A final sigma is the same letter, and so is what is left of the Turkish i once its capital is in small letters.
    .replaceAll('ς', 'σ')
    .replaceAll('ı', 'i')
  let folded = ''
  for (const character of letters) {
    folded += wordCharacter.test(character) ? character : ' '.repeat(character.length)
  }
  return folded
}

/** The stretch of the text itself under a stretch of its folded form, both in UTF-16 code units. It may split graphemes. */
export function unfolded({ seams }: Searchable, span: Span): Span {
  if (seams.length === 0) return span
  return { start: startInText(seams, span.start), end: endInText(seams, span.end) }
}

/** A stretch of a text widened so that it splits no grapheme. */
export function wholeGraphemes(text: string, { start, end }: Span): Span {
  return { start: graphemeFloor(text, start), end: graphemeCeiling(text, end) }
}

function startInText(seams: readonly Seam[], offset: number): number {
  const before = countLeading(seams.length, (rank) => (seams[rank]?.foldedStart ?? 0) <= offset)
  const seam = seams[before - 1]
  if (seam === undefined) return offset
  return offset < seam.foldedEnd ? seam.start : seam.end + offset - seam.foldedEnd
}

function endInText(seams: readonly Seam[], offset: number): number {
  const before = countLeading(seams.length, (rank) => (seams[rank]?.foldedStart ?? 0) < offset)
  const seam = seams[before - 1]
  if (seam === undefined) return offset
  return offset <= seam.foldedEnd ? seam.end : seam.end + offset - seam.foldedEnd
}

/** What is between the words of a folded text, as the index takes it: every word parted from the next by what is no word. */
export function wordsApart(folded: string): string {
  return unspaced.test(folded) ? folded.replaceAll(eachUnspaced, ' $& ') : folded
}

/** What a character of a folded text is: part of a word, a word of its own, or neither. `at` is where it begins. */
export function kindAt(folded: string, at: number): 'letter' | 'word' | 'none' {
  const unit = folded.charCodeAt(at)
  if (unit < 0x80) {
    const isLetter = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)
    return isLetter ? 'letter' : 'none'
  }
  const character = String.fromCodePoint(folded.codePointAt(at) ?? 0x20)
  if (!wordCharacter.test(character)) return 'none'
  return unspaced.test(character) ? 'word' : 'letter'
}
