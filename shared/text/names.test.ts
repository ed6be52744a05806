import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { arbitraryText } from './arbitrary-text.ts'
import { namesNear } from './names.ts'

function names(text: string, near = text.slice(0, 1)): readonly string[] {
  const start = text.indexOf(near)
  return namesNear(text, { start, end: start + near.length })
}

describe('namesNear', () => {
  it('gives distinct stretches of the text', () => {
    const texts = fc
      .array(fc.oneof(arbitraryText, fc.constantFrom(' Ann Lee ', '. Bo', ' de ', 'Él ', 'ǅ')), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(texts, fc.nat(), (text, place) => {
        const start = place % (text.length + 1)
        const found = namesNear(text, { start, end: start })
        expect(new Set(found).size).toBe(found.length)
        for (const name of found) expect(text).toContain(name)
      }),
      { numRuns: 500 },
    )
  })

  it('puts the nearest first, on either side', () => {
    const text = 'It was said by Ann Lee to Bo Day, not by Cy Fox or by Ann Lee.'
    expect(names(text, 'Day')).toEqual(['Bo Day', 'Ann Lee', 'Cy Fox'])
    expect(names(text, 'not')).toEqual(['Bo Day', 'Cy Fox', 'Ann Lee'])
  })

  it('knows the names of institutions and of people from many places', () => {
    const text =
      'those were Ursula von der Leyen, Bashar al-Assad, Jean-Luc O’Brien, J. K. Rowling, Gen. Mark Milley, ' +
      'Valéry Giscard d’Estaing, Владимир Путин, the Bank of England, Banque de la France and KCNA'
    expect(names(text)).toEqual([
      'Ursula von der Leyen',
      'Bashar al-Assad',
      'Jean-Luc O’Brien',
      'J. K. Rowling',
      'Gen. Mark Milley',
      'Valéry Giscard d’Estaing',
      'Владимир Путин',
      'Bank of England',
      'Banque de la France',
      'KCNA',
    ])
  })

  it('leaves out the article and the possessive that lean on a name', () => {
    expect(names('so Russia’s Ann Lee, selon les mots d’Emmanuel Macron')).toEqual([
      'Russia',
      'Ann Lee',
      'Emmanuel Macron',
    ])
  })

  it('does not take a capital that only begins a sentence, a quotation or a line for a name', () => {
    const text = 'Officials spoke. Safe? “Nobody,” they said: Perhaps.\nLater it rained. I left.'
    expect(names(text)).toEqual([])
    expect(names('The mayor met the Kremlin. The Kremlin agreed.')).toEqual(['Kremlin'])
    expect(names('Putin left. He said that Putin would.')).toEqual(['Putin'])
    expect(names('NATO denied it. Ann Lee agreed. Mr. Smith left.')).toEqual([
      'NATO',
      'Ann Lee',
      'Mr. Smith',
    ])
  })

  it('gives the full form of a surname in the place of the surname, wherever the text has it', () => {
    const text = 'It was Ann Lee. It was Bo Day who spoke of bridges in Bergen, and Lee nodded.'
    expect(names(text, 'nodded')).toEqual(['Ann Lee', 'Bergen', 'Bo Day'])
    expect(names('so Lee met Ann Lee and Bo Lee')).toEqual(['Lee', 'Ann Lee', 'Bo Lee'])
    expect(names('in England, the Bank of England')).toEqual(['England', 'Bank of England'])
    expect(names('in Bergen, a Bergen Museum')).toEqual(['Bergen Museum', 'Bergen'])
  })

  it('parts an office from who is in it', () => {
    expect(
      names('Norwegian Foreign Minister Ann Lee met Bank of England Governor Bo Day.'),
    ).toEqual(['Ann Lee', 'Bank of England', 'Bo Day', 'Norwegian'])
    expect(names('by Vice-President Ann Lee and UN Secretary General Bo Day')).toEqual([
      'Ann Lee',
      'UN',
      'Bo Day',
    ])
    expect(names('to Mr Lee, the Prime Minister, the Minister of Defence Bo Day')).toEqual([
      'Mr Lee',
      'Prime Minister',
      'Minister of Defence Bo Day',
    ])
  })

  it('puts nationalities behind the names of people and institutions, however near', () => {
    const text =
      'a Norwegian ship, West African ports, Franco-German talks, EU-led talks, Norwegian Rail, Bo Day'
    expect(names(text).slice(0, 2)).toEqual(['Norwegian Rail', 'Bo Day'])
    expect(names(text)).toHaveLength(6)
  })

  it('knows that a sentence begins after a dateline', () => {
    expect(names('ORVIK HARBOUR — The ferry left, said Ann Lee.')).toEqual([
      'ORVIK HARBOUR',
      'Ann Lee',
    ])
    expect(names('It left.\nORVIK (Coast Radio) – Nobody saw it, said Ann Lee.')).toEqual([
      'ORVIK',
      'Coast Radio',
      'Ann Lee',
    ])
    expect(names('so it was Ann Lee – Ann, that is – and Bo Day')).toContain('Ann')
  })

  it('passes over lines of capitals, months and days', () => {
    expect(names('BRIDGE SHUT IN HARBOUR\n\nthis was on Monday or in March, said KCNA')).toEqual([
      'KCNA',
    ])
  })

  it('finds none where a script has no capitals', () => {
    expect(names('قالت المتحدثة ماريا زاخاروفا')).toEqual([])
    expect(names('普京说桥是安全的')).toEqual([])
  })

  it('looks through an article and no further, and cuts no name there', () => {
    const filler = 'and so on '.repeat(12_000)
    const text = `by Ann Lee ${filler}x${filler} by Bo Day`
    expect(names(text, 'x')).toEqual([])
    expect(names(`by ${'Aaaaa'.repeat(25_000)} x`, 'x')).toEqual([])
  })
})
