import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryString } from '../../../shared/text/arbitrary-text.ts'
import { fileNamer, safeFileName } from './file-names.ts'

const room = '.txt'.length

const hard = fc.constantFrom(
  'CON',
  'con.txt',
  'Nul',
  'COM1',
  'LPT¹',
  'aux.tar.gz',
  'CONIN$',
  '.',
  '..',
  '.hidden',
  'a.',
  'a. .',
  ' a ',
  'a/b',
  'a\\b',
  'C:\\x',
  '<b>',
  'a|b?c*',
  '"x"',
  'Straße',
  'STRASSE',
  'e\u0301',
  'é',
  'É',
  'ﬁ',
  'FI',
  'a\u200db',
  'ab',
  'News',
  'news',
  'News (2)',
  '\u202egnp.exe',
  '\0',
  '',
  'I',
  'i',
  'İ',
  'ı',
  'ſ',
  'S',
  'Σ',
  'ς',
)

const title = fc.oneof(
  hard,
  arbitraryString,
  fc.tuple(hard, fc.integer({ min: 1, max: 400 })).map(([part, count]) => part.repeat(count)),
)
const titles = fc.array(title, { maxLength: 12 })

/** What a file system may take for the same name. */
const foldings: readonly ((name: string) => string)[] = [
  (name) => name.normalize('NFC').toLowerCase(),
  (name) => name.normalize('NFC').toUpperCase(),
  (name) => name.normalize('NFD').toUpperCase(),
  (name) => name.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '').toUpperCase(),
]

describe('safeFileName', () => {
  it('keeps a title that is a name already', () => {
    expect(safeFileName('Kyiv denies it, again – “no deal”', room)).toBe(
      'Kyiv denies it, again – “no deal”',
    )
  })

  it.each([
    ['CON', 'CON_'],
    ['nul.txt', 'nul_.txt'],
    ['com9', 'com9_'],
    ['LPT².x', 'LPT²_.x'],
    ['con .txt', 'con_ .txt'],
    ['console', 'console'],
    ['a/b\\c:d', 'a-b-c-d'],
    ['What? “Now” <b>', 'What- “Now” -b-'],
    ['ends.. ', 'ends'],
    ['..', '_'],
    ['.env', '_env'],
    ['one\n two\u00a0three', 'one two three'],
    ['', 'Untitled'],
    ['...', '_'],
    ['   ', 'Untitled'],
    ['e\u0301', 'é'],
  ])('writes %j as %j', (given, name) => {
    expect(safeFileName(given, room)).toBe(name)
  })

  it('cuts between graphemes', () => {
    const family = '👨‍👩‍👧‍👦'
    expect(safeFileName(family.repeat(50), room)).toBe(family.repeat(7))
  })

  it('is safe for any title, and leaves its own names as they are', () => {
    fc.assert(
      fc.property(title, (given) => {
        const name = safeFileName(given, room)
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}\u2028\u2029]/u)
        expect(name).not.toMatch(/^[ .]|[ .]$/u)
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu)
        expect(name).not.toBe('')
        expect(name.isWellFormed()).toBe(true)
        expect(name.normalize('NFC')).toBe(name)
        expect(Buffer.byteLength(`${name}.txt`)).toBeLessThanOrEqual(200)
        expect(safeFileName(name, room)).toBe(name)
      }),
    )
  })
})

describe('fileNamer', () => {
  it('numbers what would be the same name', () => {
    const nameOf = fileNamer(room)
    expect(['News', 'news', 'NEWS', 'News (2)', 'Other'].map(nameOf)).toEqual([
      'News',
      'news (2)',
      'NEWS (3)',
      'News (2) (2)',
      'Other',
    ])
  })

  it('gives ten thousand equal titles names of their own', () => {
    const nameOf = fileNamer(room)
    const names = Array.from({ length: 10_000 }, () => nameOf('x'.repeat(300)))
    expect(new Set(names).size).toBe(10_000)
    expect(Math.max(...names.map((name) => name.length))).toBe(196)
  })

  it('gives names that no system takes for the same one', () => {
    fc.assert(
      fc.property(titles, (given) => {
        const names = given.map(fileNamer(room))
        for (const fold of foldings) expect(new Set(names.map(fold)).size).toBe(given.length)
        for (const name of names) expect(Buffer.byteLength(`${name}.txt`)).toBeLessThanOrEqual(200)
      }),
    )
  })

  it('leaves its own names as they are, in whatever order they come back', () => {
    fc.assert(
      fc.property(titles, (given) => {
        const names = given.map(fileNamer(room))
        expect(names.map(fileNamer(room))).toEqual(names)
        const reversed = names.toReversed()
        expect(reversed.map(fileNamer(room))).toEqual(reversed)
      }),
    )
  })
})
