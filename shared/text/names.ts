import { endsInAbbreviation } from './abbreviations.ts'
import { isDemonym } from './demonyms.ts'
import { officeIn } from './offices.ts'
import { withoutShortForms } from './short-forms.ts'
import type { Span } from './span.ts'

/** How far from the span names are looked for, in UTF-16 code units: any article whole, but not all of a book. */
const reach = 100_000

/** How much of a long line is looked at, in UTF-16 code units either way, to tell whether it is all capitals. */
const lineReach = 4000

type Word = { readonly text: string; readonly start: number; readonly end: number }

/** Words that follow each other as a name does. */
type Run = { readonly words: readonly Word[]; readonly beginsSentence: boolean }

/**
 * Names of people and institutions around a span, nearest first, each once: runs of words with a capital,
 * with what may stand between them (`Bank of England`, `Ursula von der Leyen`). A single word that begins a sentence is a
 * name only where it is one elsewhere, too. An office before a name is no part of it, and a name that the text has in
 * full is given in full. Nationalities, which mostly are adjectives, come last. Scripts without capitals show none.
 */
export function namesNear(text: string, span: Span): readonly string[] {
  const words = wordsNear(text, span)
  const common = new Set(words.map((word) => word.text).filter((word) => !isCapitalised(word)))
  const runs = runsOf(text, words)
  const certain = new Set(
    runs.filter((run) => !run.beginsSentence).map((run) => nameOf(text, run.words)),
  )
  const nearest = runs
    .map((run) => (run.beginsSentence ? withoutOpening(text, run, common, certain) : run.words))
    .flatMap(partsAroundOffice)
    .filter((run) => run.length > 0)
    .toSorted((one, other) => distance(one, span) - distance(other, span))
    .map((run) => nameOf(text, run))
  const names = withoutShortForms([...new Set(nearest)].filter((name) => !isNoName(name)))
  return names.toSorted((one, other) => Number(isDemonym(one)) - Number(isDemonym(other)))
}

const wordPattern = /\p{L}[\p{L}\p{M}\p{N}]*(?:[’'‐-][\p{L}\p{M}\p{N}]+)*/gu

/** The words around a span; those that the stretch cuts off are left out. */
function wordsNear(text: string, span: Span): readonly Word[] {
  const from = Math.max(0, span.start - reach)
  const to = Math.min(text.length, span.end + reach)
  return Array.from(text.slice(from, to).matchAll(wordPattern), ({ 0: word, index }) => ({
    text: word,
    start: from + index,
    end: from + index + word.length,
  })).filter(({ start, end }) => (start > from || from === 0) && (end < to || to === text.length))
}

function runsOf(text: string, words: readonly Word[]): readonly Run[] {
  const runs: Run[] = []
  for (let place = 0; place < words.length;) {
    const end = runEnd(text, words, place)
    const run = words.slice(place, end)
    const [first] = run
    if (first !== undefined && !isShouted(text, first)) {
      runs.push({ words: run, beginsSentence: beginsSentence(text, first) })
    }
    place = Math.max(end, place + 1)
  }
  return runs
}

const particle =
  /^(?:of|for|the|de|del|della|di|da|do|dos|das|du|des|la|le|les|van|von|vom|der|den|zu|zur|für|bin|ibn|bint|abu|al|el|af|av|ter|ten)$/u
/** Particles in a row, as in `Ursula von der Leyen`. */
const maxParticles = 2

/** Where the run that begins with a word ends; at the word itself where it has no capital. */
function runEnd(text: string, words: readonly Word[], start: number): number {
  let end = start
  for (let place = start; place < words.length && place - end <= maxParticles; place += 1) {
    const word = words[place]
    const previous = words[place - 1]
    if (word === undefined) break
    if (place > start && previous !== undefined && !follows(text, previous, word)) break
    if (isCapitalised(word.text)) end = place + 1
    else if (place === start || !particle.test(word.text)) break
    if (/[’']s$/.test(word.text)) break
  }
  return end
}

/** Whether one space parts two words, or the full stop of an abbreviation and a space. */
function follows(text: string, word: Word, next: Word): boolean {
  const gap = text.slice(word.end, next.start)
  return /^[ \u00A0]$/.test(gap) || (/^\.[ \u00A0]?$/.test(gap) && isAbbreviation(word, next))
}

function isAbbreviation(word: Word, next: Word): boolean {
  return endsInAbbreviation(`${word.text}.`, next.text.charAt(0))
}

/** `al-Assad` and `d’Estaing` have their capital inside. */
function isCapitalised(word: string): boolean {
  return /^(?:\p{Ll}{1,3}[’'‐-])?[\p{Lu}\p{Lt}]/u.test(word)
}

/** Whether a word stands in a line of capitals, such as a headline, where every word looks like a name. */
function isShouted(text: string, { start, end }: Word): boolean {
  const from = text.lastIndexOf('\n', start) + 1
  const feed = text.indexOf('\n', end)
  const line = text.slice(Math.max(from, start - lineReach), feed === -1 ? end + lineReach : feed)
  return !/\p{Ll}/u.test(line) && /\p{L}[^\p{L}]+\p{L}/u.test(line)
}

/** A dateline before the first sentence of a report: `ORVIK HARBOUR (Coast Radio) — `. */
const dateline = /(?:^|\n)[^\p{Ll}\n]*\p{Lu}{2}[^\p{Ll}\n]*(?:\([^()\n]*\) ?)?[–—-] ?$/u

/** Whether only what may open a sentence stands before a word since the last one ended. */
function beginsSentence(text: string, { start, text: word }: Word): boolean {
  if (dateline.test(text.slice(Math.max(0, start - 80), start))) return true
  const before = text.slice(Math.max(0, start - 40), start)
  const ended = /(?:^|[.!?…:;\n])["'“”„«»‘’‚‹›([–—•*\s-]*$/u.exec(before)
  if (ended === null) return /["“„«»‘‚‹]$/u.test(before)
  const stop = before.slice(0, ended.index + 1)
  return !(stop.endsWith('.') && endsInAbbreviation(stop, word.charAt(0)))
}

/** A run at the start of a sentence without the word that has its capital only from there. */
function withoutOpening(
  text: string,
  { words }: Run,
  common: ReadonlySet<string>,
  certain: ReadonlySet<string>,
): readonly Word[] {
  const [first, ...rest] = words
  if (first === undefined || isAcronym(first.text)) return words
  if (certain.has(nameOf(text, words))) return words
  const later = rest.findIndex(({ text: word }) => isCapitalised(word))
  const remaining = later === -1 ? [] : rest.slice(later)
  return later === -1 || common.has(first.text.toLowerCase()) ? remaining : words
}

/** `Bank of England Governor Ann Lee` names an institution and a person. */
function partsAroundOffice(words: readonly Word[]): readonly (readonly Word[])[] {
  const office = officeIn(words.map((word) => word.text))
  return office === null ? [words] : [words.slice(0, office.start), words.slice(office.end)]
}

function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word)
}

/** The words as the text has them, without a possessive ending and an article that leans on the first one. */
function nameOf(text: string, words: readonly Word[]): string {
  return text
    .slice(words[0]?.start, words.at(-1)?.end)
    .replace(/^\p{Ll}{1,2}[’'](?=\p{Lu})/u, '')
    .replace(/[’']s$/u, '')
}

/** English writes months and days of the week with a capital as well. */
const calendar = new Set([
  ...Array.from({ length: 12 }, (_, month) => inEnglish(new Date(2024, month), { month: 'long' })),
  ...Array.from({ length: 7 }, (_, day) => inEnglish(new Date(2024, 0, day), { weekday: 'long' })),
])

function inEnglish(date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en', options).format(date)
}

function isNoName(name: string): boolean {
  return name.length < 2 || calendar.has(name)
}

/** UTF-16 code units between a run and the span; 0 where they touch or overlap. */
function distance(words: readonly Word[], span: Span): number {
  const start = words[0]?.start ?? 0
  const end = words.at(-1)?.end ?? 0
  return Math.max(0, start - span.end, span.start - end)
}
