import type { ForeignMetadata } from '../foreign.ts'
import type { Told } from './landed.ts'
import { areWellFormed, recordOf, remark } from './landing.ts'

/** What cannot stand in a field of its own is kept under its name among the rest. */
export function landMetadata(given: ForeignMetadata, place: string | null) {
  const url = given.url === null || /^https?:\/\/\S+$/i.test(given.url) ? given.url : null
  const language = canonicalLanguage(given.language)
  const rest = {
    ...(url === given.url ? {} : { url: given.url ?? '' }),
    ...(language === null && given.language !== null ? { language: given.language } : {}),
  }
  const metadata = { ...given, url, language, other: recordOf({ ...rest, ...given.other }) }
  const texts = [
    metadata.source,
    metadata.author,
    metadata.date,
    url,
    ...Object.entries(metadata.other).flat(),
  ]
  if (areWellFormed(texts)) return { metadata, told: [] }
  const reason =
    'What the source says of the document holds half of a character; the replacement character stands there now.'
  const told: readonly Told[] = [
    { outcome: 'changed', ...remark({ thing: 'document', place, code: 'undecodable', reason }) },
  ]
  return { metadata: mended(metadata), told }
}

function mended(metadata: ForeignMetadata): ForeignMetadata {
  const whole = (text: string | null) => text?.toWellFormed() ?? null
  return {
    ...metadata,
    source: whole(metadata.source),
    author: whole(metadata.author),
    date: whole(metadata.date),
    url: whole(metadata.url),
    other: Object.fromEntries(
      Object.entries(metadata.other).map(([name, value]) => [
        name.toWellFormed(),
        value.toWellFormed(),
      ]),
    ),
  }
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
