import { markdownFormat } from './formats/markdown.ts'
import { textFormat } from './formats/text.ts'
import type { ImportFormat } from './import-format.ts'

/** Every format that can be imported, those first that know their files best. A new one is one file and one entry here. */
export const importFormats: readonly ImportFormat[] = [markdownFormat, textFormat]

/** `null` where there is no format with this id. */
export function formatById(id: string): ImportFormat | null {
  return importFormats.find((format) => format.id === id) ?? null
}
