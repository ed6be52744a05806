import { basename, extname } from 'node:path'

import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { articleOf, articleRemark } from '../../article.ts'
import type { ImportFormat } from '../../import-format.ts'
import { Refusal } from '../../refusal.ts'
import { titleFrom, titleFromFileName } from '../../title.ts'
import { coreProperties } from './core-properties.ts'
import { documentText } from './document-text.ts'
import { unpackParts } from './package-parts.ts'

/** Compound files (MS-CFB 2.2): Word before 2007, and documents of today with a password. */
const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const zipFile = Buffer.from('PK\u0003\u0004')

/** Names of streams in compound files (MS-DOC 2.1, MS-OFFCRYPTO 2.3.4.4), in UTF-16. */
const wordStream = Buffer.from('WordDocument', 'utf16le')
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le')

const extensions = ['.docx', '.docm', '.doc']

/** A Word document: its running text, with tables, lists and notes. Documents of Word before 2007 are refused. */
export const docxFormat: ImportFormat = {
  id: 'docx',
  name: 'Word document',
  extensions,
  recognise: ({ path, bytes }) => {
    const sample = Buffer.from(bytes)
    const named = extensions.includes(extname(path).toLowerCase())
    if (startsWith(sample, zipFile)) {
      if (sample.includes('word/document.xml')) return 'certain'
      return named ? 'likely' : 'no'
    }
    if (!startsWith(sample, compoundFile)) return 'no'
    return named || sample.includes(wordStream) ? 'likely' : 'no'
  },
  async *read(file) {
    const bytes = await file.bytes()
    refuseCompound(Buffer.from(bytes))
    const { parts, others } = await unpackParts(bytes)
    if (!parts.has('word/document.xml') && !parts.has('_rels/.rels')) throw noDocument()
    const { text, heading, changed } = await documentText(parts)
    if (text.trim() === '') {
      throw new Refusal({
        code: 'empty',
        reason:
          'The document holds no text. If its pages are pictures, they have to be read by a program for text recognition first.',
      })
    }
    const { title, ...said } = await coreProperties(parts)
    yield articleOf({
      text,
      // The parts of a document are XML in UTF-8.
      decoding: { encoding: 'utf-8', byteOrderMark: false },
      metadata: {
        ...said,
        title: titleFrom(title ?? heading ?? '', titleFromFileName(basename(file.path))),
      },
      changed: [...changed, ...leftOut([...parts.keys(), ...others])],
    })
  },
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start)
}

function refuseCompound(bytes: Buffer): void {
  if (!startsWith(bytes, compoundFile)) return
  throw new Refusal({
    code: 'unsupported',
    reason: bytes.includes(encryptedStream)
      ? 'The document has a password. Open it in Word, take the password off (File, Info, Protect Document), save it and import it again.'
      : 'This is a document of Word 97 to 2003 (.doc). Open it in Word or LibreOffice, save it as .docx and import that.',
  })
}

function noDocument(): Refusal {
  return new Refusal({
    code: 'unsupported',
    reason: 'This is a ZIP archive, but there is no Word document in it.',
  })
}

/** What is in the document beside its running text. */
function leftOut(names: readonly string[]): readonly Remark[] {
  const count = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length
  const kinds = [
    [count(/^word\/(?:header|footer)\d*\.xml$/), 'Headers and footers of its pages'],
    [count(/^word\/comments\.xml$/), 'Comments'],
    [count(/^word\/media\//), 'Pictures'],
    [count(/^word\/charts\/chart\d*\.xml$/), 'Charts'],
    [count(/^word\/embeddings\//), 'Embedded objects'],
  ] as const
  return kinds
    .filter(([found]) => found > 0)
    .map(([, kind]) => articleRemark(`${kind} were left out.`))
}
