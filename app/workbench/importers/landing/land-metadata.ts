import type { ForeignMetadata } from '../foreign.ts'
import { recordOf } from './landing.ts'

/** What cannot stand in a field of its own is kept under its name among the rest. */
export function landMetadata(given: ForeignMetadata): ForeignMetadata {
  const url = given.url === null || /^https?:\/\/\S+$/i.test(given.url) ? given.url : null
  const language = canonicalLanguage(given.language)
  const rest = {
    ...(url === given.url ? {} : { url: given.url ?? '' }),
    ...(language === null && given.language !== null ? { language: given.language } : {}),
  }
  return { ...given, url, language, other: recordOf({ ...rest, ...given.other }) }
}

function canonicalLanguage(given: string | null): string | null {
  if (given === null) return null
  try {
    return Intl.getCanonicalLocales(given)[0] ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
