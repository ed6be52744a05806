import { basename, extname } from 'node:path'

import { articleOf } from '../article.ts'
import type { ImportFormat } from '../import-format.ts'
import { tooDeep } from '../json-source.ts'
import { readText } from '../text-source.ts'
import { titleFromFileName } from '../title.ts'

const extensions = ['.txt', '.text']

/** Plain text: the whole file is the article. Any text that no other format knows may be read so. */
export const textFormat: ImportFormat = {
  id: 'text',
  name: 'Plain text',
  extensions,
  recognise: ({ path, text }) => {
    if (text === null) return 'no'
    if (extensions.includes(extname(path).toLowerCase())) return 'likely'
    // JSON that no format knows may be looked at; what is nothing but brackets is no article.
    return /^\s*[[{]/.test(text) && tooDeep(text, null) !== null ? 'no' : 'possible'
  },
  async *read(file) {
    const { text, ...decoding } = await readText(file)
    yield articleOf({
      text,
      decoding,
      metadata: { title: titleFromFileName(basename(file.path)) },
    })
  },
}
