import type { Language } from './languages.ts'

let present: Language = 'en'

/** The language that is spoken now: by a page, or by a program that serves one. */
export function presentLanguage(): Language {
  return present
}

/** For `setLanguage` alone, which has the words of it loaded. */
export function notePresentLanguage(language: Language): void {
  present = language
}
