import { success } from '../../../shared/result.ts'
import { decodeText } from './decode.ts'
import type { ImportFormat } from './import-format.ts'
import { titleFromFileName } from './title.ts'

/** Plain text: the whole file is the article. */
export const textFormat: ImportFormat = {
  id: 'text',
  name: 'Plain text',
  extensions: ['.txt', '.text'],
  parse: (file) => {
    const decoded = decodeText(file)
    if (!decoded.ok) return decoded
    return success({ ...decoded.value, title: titleFromFileName(file.name) })
  },
}
