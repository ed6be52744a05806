import { createInstance } from 'i18next'
import { z } from 'zod'
import validationInEnglish from 'zod/v4/locales/en.js'

import { english } from './catalogues/en.ts'
import { formatNumber } from './format.ts'
import { directions, type Language } from './languages.ts'
import type { MessageKey, MessageValues, ValuesOf } from './message-key.ts'
import { notePresentLanguage, presentLanguage } from './present-language.ts'

/** English is there from the start. */
const i18n = createInstance()

i18n.use({
  type: 'formatter',
  init: () => {},
  format: written,
})

void i18n.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: english },
  // Never waited for: there is nothing to load.
  initAsync: false,
  defaultNS: false,
  returnNull: false,
  interpolation: {
    alwaysFormat: true,
    escape: isolate,
  },
})

/**
 * A text of the interface in the present language, with values for its `{{names}}`. It is called when something is
 * shown, never when a module is loaded.
 */
export function t<Key extends MessageKey>(key: Key, ...[values]: ValuesOf<Key>): string {
  // What somebody typed may look like a reference to another text; it is none.
  return i18n.t(key, { ...values, nest: false })
}

/** A piece of a text, or the content of the element that the text has a name for there. */
export type Piece = { readonly part: string | null; readonly text: string }

/** A text with `<name>elements</name>` in it, piece by piece. What somebody typed is text, also where it looks like an element. */
export function piecesOf(key: MessageKey, values: MessageValues): readonly Piece[] {
  const { count } = values
  const text = i18n.t(key, {
    ...(typeof count === 'number' ? { count } : {}),
    skipInterpolation: true,
    nest: false,
  })
  return Array.from(text.matchAll(/<(\w+)>(.*?)<\/\1>|[^<]+/gsu), ([whole, part, content]) => ({
    part: part ?? null,
    text: (content ?? whole).replace(/\{\{(\w+)\}\}/gu, (_, name: string) =>
      isolate(String(written(values[name]))),
    ),
  }))
}

/** Speaks another language from now on, once its words are loaded. Of several changes at a time the last one counts. */
export async function setLanguage(language: Language): Promise<void> {
  wanted = language
  const [validation] = await Promise.all([validationIn(language), load(language)])
  if (wanted !== language) return
  notePresentLanguage(language)
  z.config(validation)
  await i18n.changeLanguage(language)
}

let wanted: Language = 'en'

async function load(language: Language): Promise<void> {
  if (i18n.hasResourceBundle(language, 'common')) return
  const catalogue = await catalogueOf(language)
  for (const [namespace, texts] of Object.entries(catalogue)) {
    i18n.addResourceBundle(language, namespace, texts)
  }
}

async function catalogueOf(language: Language): Promise<object> {
  switch (language) {
    case 'en':
      return english
    case 'ar':
      return (await import('./catalogues/ar.ts')).arabic
    case 'ru':
      return (await import('./catalogues/ru.ts')).russian
  }
}

/** What Zod says of files that do not fit, in its own words for the language. */
async function validationIn(language: Language): Promise<z.core.$ZodConfig> {
  switch (language) {
    case 'en':
      return validationInEnglish()
    case 'ar':
      return (await import('zod/v4/locales/ar.js')).default()
    case 'ru':
      return (await import('zod/v4/locales/ru.js')).default()
  }
}

/** A title or a name runs its own way, whatever the text around it does: between FSI and PDI (UAX #9) in a text from right to left. */
function isolate(value: string): string {
  return directions[presentLanguage()] === 'rtl' ? `\u2068${value}\u2069` : value
}

function written(value: unknown): unknown {
  return typeof value === 'number' ? formatNumber(value) : value
}
