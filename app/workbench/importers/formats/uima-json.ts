import type { ImportFormat } from '../import-format.ts'
import { parseJson } from '../json-source.ts'
import { readText } from '../text-source.ts'
import { readingsOf } from './uima/documents.ts'
import { casOfJson } from './uima/json-structures.ts'

/** UIMA JSON CAS 0.4, as UIMA, DKPro Cassis and INCEpTION write it. Offsets count what the header says, or UTF-16 code units. */
export const uimaJsonFormat: ImportFormat = {
  id: 'uima-json',
  name: 'UIMA CAS JSON',
  extensions: ['.json'],
  recognise: ({ text }) => {
    const keyword = /^\s*\{[\s\S]*?"%(?:HEADER|TYPES|FEATURE_STRUCTURES|VIEWS)"\s*:/
    return text !== null && keyword.test(text) ? 'certain' : 'no'
  },
  read: async function* (file) {
    const { text, ...decoding } = await readText(file)
    yield* readingsOf(casOfJson(parseJson(text, null), decoding))
  },
}
