import { basename, extname } from 'node:path'

import { articleOf } from '../article.ts'
import type { ImportFormat } from '../import-format.ts'
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
    return extensions.includes(extname(path).toLowerCase()) ? 'likely' : 'possible'
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
