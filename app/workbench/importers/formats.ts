import { extname } from 'node:path'

import { failure, success, type Result } from '../../../shared/result.ts'
import type { ImportFormat } from './import-format.ts'
import { markdownFormat } from './formats/markdown.ts'
import { textFormat } from './formats/text.ts'

/** Every format that can be imported. A new one is one file and one entry here. */
export const importFormats: readonly ImportFormat[] = [textFormat, markdownFormat]

/** Whether a file of this name is taken in without naming a format. */
export function isImportable(fileName: string): boolean {
  return formatByExtension(fileName) !== undefined
}

/**
 * The format of a file: the one asked for, or with `auto` the one its extension names. A name without an extension
 * is plain text. A dot followed by anything but up to eight letters or digits does not start an extension: `Kim vs. Trump`.
 */
export function formatFor(fileName: string, requested: string): Result<ImportFormat> {
  if (requested !== 'auto') {
    const format = importFormats.find(({ id }) => id === requested)
    if (format !== undefined) return success(format)
    return failure(
      'unsupported',
      `There is no import format called “${requested}”.`,
      `Choose one of: auto, ${importFormats.map(({ id }) => id).join(', ')}.`,
    )
  }
  const format = formatByExtension(fileName)
  if (format !== undefined) return success(format)
  if (!/^\.[\p{L}\p{N}]{1,8}$/u.test(extname(fileName))) return success(textFormat)
  return failure(
    'unsupported',
    `“${fileName}” is not a text or Markdown file by its name, so it was not read.`,
    `Save it as plain text (.txt) first; if it is plain text already, rename it to end in .txt.`,
  )
}

function formatByExtension(fileName: string): ImportFormat | undefined {
  const extension = extname(fileName).toLowerCase()
  return importFormats.find(({ extensions }) => extensions.includes(extension))
}
