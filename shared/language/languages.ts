import { z } from 'zod'

/** The languages that the interface speaks. The first one is the one that the texts are written in. */
export const languages = ['en', 'ar', 'ru'] as const
export type Language = (typeof languages)[number]

export const languageSchema = z.enum(languages)

/** What may be preferred; `system` is whatever the system prefers, as far as it is spoken here. */
export const languagePreferences = ['system', ...languages] as const
export type LanguagePreference = (typeof languagePreferences)[number]

/** What each language calls itself: the same in every language, so that everybody finds their own. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ar: 'العربية',
  ru: 'Русский',
}

/**
 * How each writes numbers, dates and lists, as BCP 47 tags. Arabic has European digits, as the keys, the offsets and most
 * news in Arabic have.
 */
export const locales: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  ar: 'ar-u-nu-latn',
  ru: 'ru',
}

/** The way that a page in each language runs. */
export const directions: Readonly<Record<Language, 'ltr' | 'rtl'>> = {
  en: 'ltr',
  ar: 'rtl',
  ru: 'ltr',
}

/** The language to speak. `system` are the BCP 47 tags that the system prefers, best first; English where none is spoken. */
export function chooseLanguage(
  preference: LanguagePreference,
  system: readonly string[],
): Language {
  if (preference !== 'system') return preference
  const spoken = system.map((tag) => languages.find((one) => one === primaryPart(tag)))
  return spoken.find((language) => language !== undefined) ?? 'en'
}

/** `ar` of `ar-EG` and of `AR_eg`. */
function primaryPart(tag: string): string | undefined {
  return tag.toLowerCase().split(/[-_]/)[0]
}
