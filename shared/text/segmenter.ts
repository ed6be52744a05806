/** A segmenter for a document’s language; for a tag that is none, and for `null`, the rules of all languages. */
export function segmenterFor(
  language: string | null,
  granularity: 'word' | 'sentence',
): Intl.Segmenter {
  return new Intl.Segmenter(canonical(language) ?? 'und', { granularity })
}

/** A BCP 47 tag as `Intl` takes it; `null` where it is not well formed. */
export function canonical(language: string | null): string | null {
  if (language === null) return null
  try {
    return Intl.getCanonicalLocales(language)[0] ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
