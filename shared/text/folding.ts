/** A text as people look for it: whatever its case and accents. Its offsets are not those of the text. */
export function foldForSearch(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}
