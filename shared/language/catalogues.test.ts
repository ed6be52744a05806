import { describe, expect, it } from 'vitest'

import { arabic } from './catalogues/ar.ts'
import { english } from './catalogues/en.ts'
import { russian } from './catalogues/ru.ts'
import { languages } from './languages.ts'

type Part = { readonly [name: string]: Part | string }

const catalogues: Readonly<Record<string, Part>> = { en: english, ar: arabic, ru: russian }

const pluralForm = /_(?:zero|one|two|few|many|other)$/

/** Every text with its place: `dialogs:preferences.title`. */
function textsOf(language: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const take = (part: Part | string, path: string, separator: string): void => {
    if (typeof part === 'string') texts.set(path, part)
    else {
      for (const [name, inner] of Object.entries(part)) {
        take(inner, path === '' ? name : `${path}${separator}${name}`, path === '' ? ':' : '.')
      }
    }
  }
  take(catalogues[language] ?? {}, '', ':')
  return texts
}

/** The keys of `texts` as the interface asks for them: plurals without their forms. */
function keysOf(texts: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set(Array.from(texts.keys(), (key) => key.replace(pluralForm, '')))].toSorted()
}

function formsOf(language: string): readonly string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories
}

/** `{{variables}}` and `<elements>` of a text, each once. A form for one or two things may say the number in a word. */
function placesIn(text: string): readonly string[] {
  const found = text.match(/\{\{.*?\}\}|<\/?\w+\/?>/gu) ?? []
  return [...new Set(found)].filter((place) => place !== '{{count}}').toSorted()
}

const original = textsOf('en')
const counted = keysOf(original).filter((key) => original.has(`${key}_other`))

describe.each(languages)('the catalogue %s', (language) => {
  const texts = textsOf(language)

  it('has the keys of English', () => {
    expect(keysOf(texts)).toEqual(keysOf(original))
  })

  it('has the forms of plurals that the language has, and no others', () => {
    for (const key of counted) {
      const forms = Array.from(texts.keys()).filter((one) => one.replace(pluralForm, '') === key)
      expect(forms.toSorted()).toEqual(
        formsOf(language)
          .map((form) => `${key}_${form}`)
          .toSorted(),
      )
    }
  })

  it('has no text that is empty', () => {
    for (const [key, text] of texts) expect([key, text.trim() === '']).toEqual([key, false])
  })

  it('has the variables and elements of English in every text', () => {
    for (const [key, text] of texts) {
      const base = key.replace(pluralForm, '')
      const wanted = original.get(base) ?? original.get(`${base}_other`) ?? ''
      expect([key, placesIn(text)]).toEqual([key, placesIn(wanted)])
    }
  })

  it('says the number in every form that stands for several ones', () => {
    for (const key of counted) {
      if (original.get(`${key}_other`)?.includes('{{count}}') !== true) continue
      for (const form of formsOf(language).filter((one) => standsForSeveral(language, one))) {
        expect([key, form, texts.get(`${key}_${form}`)?.includes('{{count}}')]).toEqual([
          key,
          form,
          true,
        ])
      }
    }
  })
})

/** Russian says `one` of 1, 21, 31, …, Arabic of 1 alone. */
function standsForSeveral(language: string, form: string): boolean {
  const rules = new Intl.PluralRules(language)
  return (
    Array.from({ length: 200 }, (_, count) => rules.select(count)).filter((one) => one === form)
      .length > 1
  )
}
