import type { ForeignMetadata } from '../../foreign.ts'
import { isoDateOf } from '../../iso-date.ts'
import type { PageDocument } from './page.ts'

/** Names and properties under which pages say when they were published, the surest first. */
const dateNames = [
  'article:published_time',
  'datepublished',
  'og:published_time',
  'parsely-pub-date',
  'dc.date.issued',
  'dcterms.date',
  'dc.date',
  'pubdate',
  'date',
]

/** What a page says of itself besides what Readability finds: address, date and language. */
export function pageMetadata(
  document: PageDocument,
  markup: string,
): Pick<ForeignMetadata, 'url' | 'date' | 'language'> {
  const named = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta')) {
    const name = ['property', 'name', 'itemprop', 'http-equiv']
      .map((attribute) => meta.getAttribute(attribute))
      .find((value) => value !== null)
    const content = meta.getAttribute('content')?.trim() ?? ''
    const key = name?.trim().toLowerCase() ?? ''
    if (key !== '' && content !== '' && !named.has(key)) named.set(key, content)
  }
  const link = document.querySelector('link[rel~="canonical"]')?.getAttribute('href')
  const base = document.querySelector('base')?.getAttribute('href')
  // Browsers note where a page was saved from.
  const saved = /<!-- saved from url=\(\d{4}\)(\S{1,2000}) -->/.exec(markup.slice(0, 4096))?.[1]
  const addresses = [link, named.get('og:url'), saved]
  const dates = dateNames.map((name) => named.get(name))
  const time = document.querySelector('article time[datetime], time[pubdate]')
  return {
    url: firstOf(addresses, (address) => webAddressOf(address, base ?? saved)),
    date: firstOf([...dates, time?.getAttribute('datetime')], isoDateOf),
    language: firstOf(
      [
        document.documentElement?.getAttribute('lang'),
        document.documentElement?.getAttribute('xml:lang'),
        named.get('content-language'),
        named.get('og:locale')?.replaceAll('_', '-'),
      ],
      languageOf,
    ),
  }
}

/** A BCP 47 tag in its usual form; `null` for what is none. */
export function languageOf(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag.trim())[0] ?? null
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return null
  }
}

function webAddressOf(address: string, base: string | null | undefined): string | null {
  const absolute = URL.parse(address.trim(), base ?? undefined)
  return absolute !== null && /^https?:$/.test(absolute.protocol) ? absolute.href : null
}

function firstOf(
  candidates: readonly (string | null | undefined)[],
  read: (candidate: string) => string | null,
): string | null {
  for (const candidate of candidates) {
    const value = candidate === null || candidate === undefined ? null : read(candidate)
    if (value !== null) return value
  }
  return null
}
