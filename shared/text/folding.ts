/** A text as people look for it: whatever its case and accents. Its offsets are not those of the text. */
export function foldForSearch(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}

/** The words of what somebody looks for, folded; none where nothing but white space was typed. */
export function searchWords(typed: string): readonly string[] {
  return foldForSearch(typed).split(/\s+/u).filter(Boolean)
}
