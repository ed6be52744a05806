import { extname } from 'node:path/posix'

import type { ImportFormat } from '../../import-format.ts'
import { firstItemOf } from '../../json-sample.ts'
import { gather } from './gather.ts'
import { itemsOf } from './items.ts'
import { siblingsNamedIn, siblingTextsOf } from './sibling-texts.ts'

/**
 * W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): annotations one by one, in lists, JSON Lines, pages
 * and collections. They are on the text that the file holds (Verbatim’s own), on a plain text beside it, or on
 * a document of the project or import that has the address they name. Positions are code points (§4.2.4) unless the file
 * is Verbatim’s own and says otherwise, or its quotes prove that they are UTF-16 code units.
 */
export const w3cFormat: ImportFormat = {
  id: 'w3c',
  name: 'W3C Web Annotation',
  extensions: ['.jsonld', '.json', '.jsonl'],
  recognise: ({ path, text }) => {
    const fields = firstItemOf(text)?.fields
    if (fields?.get('@context')?.includes('://www.w3.org/ns/anno.jsonld') === true) return 'certain'
    const type = fields?.get('type') ?? fields?.get('@type') ?? ''
    const isAnnotation = /"(oa:)?Annotation(Page|Collection)?"/.test(type)
    if (isAnnotation && (fields?.has('target') === true || fields?.has('items') === true)) {
      return 'likely'
    }
    return extname(path).toLowerCase() === '.jsonld' ? 'possible' : 'no'
  },
  companions: ({ text, siblingNames }) =>
    text === null ? [] : siblingsNamedIn(text, siblingNames),
  async *read(file) {
    const gathering = gather(await siblingTextsOf(file))
    for await (const item of itemsOf(file)) {
      if (item.kind === 'head') yield* gathering.head(item.value, item.place)
      else if (item.kind === 'item') yield* gathering.item(item.value, item.place)
      else yield item
    }
    yield* gathering.rest()
  },
}
