import { t } from '../../../../shared/language/translate.ts'
import type { ImportFormat } from '../import-format.ts'
import { Refusal } from '../refusal.ts'
import { readXml } from '../xml-source/xml-source.ts'
import { documentOf, documentsIn } from './tei/documents.ts'

const namespace = 'http://www.tei-c.org/ns/1.0'

/**
 * TEI P5 (https://www.tei-c.org/release/doc/tei-p5-doc/en/html/): the body of each text as plain text, quotations, speech
 * and names in it and spans that stand off as annotations. Pointers count code points; they are carried to the plain text.
 */
export const teiFormat: ImportFormat = {
  id: 'tei',
  name: 'TEI',
  extensions: ['.tei', '.xml'],
  recognise: ({ path, text }) => {
    if (text !== null && isTeiText(text)) return 'certain'
    return /\.tei$/i.test(path) ? 'possible' : 'no'
  },
  read: async function* (file) {
    const { root, decoding } = await readXml(file)
    if (root.namespace !== namespace || (root.name !== 'TEI' && root.name !== 'teiCorpus')) {
      throw notTei(root.name)
    }
    const documents = documentsIn(root)
    if (documents.length === 0) throw noText()
    for (const tei of documents) {
      const place = documents.length > 1 ? `line ${tei.line}` : null
      yield { kind: 'document', document: documentOf(tei, { place, decoding }) }
    }
  },
}

/** The first element is TEI’s, in its namespace. */
function isTeiText(text: string): boolean {
  const start = /<(?:[\w.-]+:)?(?:TEI|teiCorpus)(\s[^>]*)?>/.exec(text)
  return start?.[1]?.includes(namespace) === true
}

function notTei(name: string): Refusal {
  return new Refusal({
    code: 'unsupported',
    reason: t('remarks:tei.notTei', { name }),
  })
}

function noText(): Refusal {
  return new Refusal({
    code: 'empty',
    reason: t('remarks:tei.noText'),
  })
}
